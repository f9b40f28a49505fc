import type { Catalogue } from '@/sandbox/catalogue/finder.ts';
import type { Clock } from '@/sandbox/clock.ts';
import type { VaultItemRow, VaultRow } from '@/sandbox/records.ts';
import type { Settings } from '@/sandbox/settings.ts';
import { rowFor, sizeOf } from './vault-item.ts';

/**
 * The vaults' database: a primary, and a replica that shows it as it was `replicaLagMs` ago.
 * There is no uniqueness rule, exactly as there is none on the site (site-facts.md F.5).
 */
export type VaultStore = {
  /** The vault's row, if the account has one. A vault's id is its user's. */
  row(accountId: number): VaultRow | undefined;
  /** Creates or resizes the vault, KB; `updatedAt` moves only when the size changes (F.1). */
  setStorage(accountId: number, storageKb: number): VaultRow;
  /** All rows of a vault as the primary has them, oldest first, for one version only when it is named. */
  items(accountId: number, versionId?: number): VaultItemRow[];
  /** The same as the replica shows it now. */
  replicaItems(accountId: number, versionId?: number): VaultItemRow[];
  /** KB of all rows on the primary, Pending, Failed and doubles included. */
  usedKb(accountId: number): number;
  /** Adds a row for a version of the catalogue: what a toggle does, or "another device". Throws for an unknown version. */
  add(accountId: number, versionId: number): VaultItemRow;
  /** Puts rows in as they are; for setting a scene. They count as replicated long ago. */
  put(rows: VaultItemRow[]): void;
  /** Removes every row of the version; how many there were. */
  remove(accountId: number, versionId: number): number;
  /** Replaces one row, by its id. */
  update(row: VaultItemRow): void;
  /** An id that no row has had. */
  nextId(): number;
};

/** One state of one row, and when it was true, epoch ms. */
type Span = { row: VaultItemRow; from: number; to: number };

type Tables = { vaults: Map<number, VaultRow>; spans: Map<number, Span[]>; lastId: number };

function spansOf(tables: Tables, accountId: number): Span[] {
  const known = tables.spans.get(accountId);
  if (known) return known;
  const created: Span[] = [];
  tables.spans.set(accountId, created);
  return created;
}

function select(spans: Span[], versionId: number | undefined, isSeen: (span: Span) => boolean): VaultItemRow[] {
  const matching = spans.filter(span => versionId === undefined || span.row.modelVersionId === versionId);
  return matching.filter(isSeen).map(span => span.row);
}

function isCurrent(span: Span): boolean {
  return span.to === Number.POSITIVE_INFINITY;
}

function createWrites(tables: Tables, clock: Clock, catalogue: Catalogue) {
  const insert = (row: VaultItemRow, from: number) => {
    spansOf(tables, row.vaultId).push({ row, from, to: Number.POSITIVE_INFINITY });
    tables.lastId = Math.max(tables.lastId, row.id);
  };
  return {
    add: (accountId: number, versionId: number) => {
      const [model, version] = [catalogue.findModelOfVersion(versionId), catalogue.findVersion(versionId)];
      if (!model || !version) throw new Error(`The catalogue has no version ${versionId}`);
      const row = rowFor({ id: tables.lastId + 1, vaultId: accountId, addedAt: clock.now() }, model, version);
      insert(row, clock.now());
      return row;
    },
    put: (rows: VaultItemRow[]) => {
      for (const row of rows) insert(row, Number.NEGATIVE_INFINITY);
    },
    remove: (accountId: number, versionId: number) => {
      const doomed = spansOf(tables, accountId).filter(s => isCurrent(s) && s.row.modelVersionId === versionId);
      for (const span of doomed) span.to = clock.now();
      return doomed.length;
    },
    update: (row: VaultItemRow) => {
      const old = spansOf(tables, row.vaultId).find(span => isCurrent(span) && span.row.id === row.id);
      if (!old) throw new Error(`No vault has an item ${row.id}`);
      old.to = clock.now();
      insert(row, clock.now());
    },
  };
}

/** An empty database on `clock`, lagging as `settings` say at the moment of each read. */
export function createVaultStore(clock: Clock, settings: Settings, catalogue: Catalogue): VaultStore {
  const tables: Tables = { vaults: new Map(), spans: new Map(), lastId: 9_000 };
  const lagOf = (versionId: number) => settings.replicaLagMsByVersion.get(versionId) ?? settings.replicaLagMs;
  const isReplicated = (span: Span) => {
    const lag = lagOf(span.row.modelVersionId);
    if (lag <= 0) return isCurrent(span);
    const at = clock.now() - lag;
    return span.from <= at && at < span.to;
  };
  const items = (accountId: number, versionId?: number) => select(spansOf(tables, accountId), versionId, isCurrent);
  return {
    ...createWrites(tables, clock, catalogue),
    items,
    replicaItems: (accountId, versionId) => select(spansOf(tables, accountId), versionId, isReplicated),
    usedKb: accountId => items(accountId).reduce((sum, row) => sum + sizeOf(row), 0),
    row: accountId => tables.vaults.get(accountId),
    setStorage: (userId, storageKb) => {
      const old = tables.vaults.get(userId);
      if (old?.storageKb === storageKb) return old;
      const row = { userId, storageKb, meta: old?.meta ?? {}, updatedAt: clock.now() };
      tables.vaults.set(userId, row);
      return row;
    },
    nextId: () => {
      tables.lastId += 1;
      return tables.lastId;
    },
  };
}
