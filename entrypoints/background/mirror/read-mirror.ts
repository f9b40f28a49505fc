import type { ItemRow } from '@/entrypoints/background/storage/rows';
import { ONLY, type VaultedDatabase } from '@/entrypoints/background/storage/schema';
import { withDatabase } from '@/entrypoints/background/storage/small-store';
import { isOlderThan } from '@/utils/age';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { ItemNames } from '@/utils/messages/protocol';
import { isInVault, type ModelFact, stateOfStatus, type VersionFact } from '@/utils/vault/membership';
import { sizeOfItemKb } from '@/utils/vault/vault-item';
import { hintsOf } from './hints';

/** Older than this, the mirror is brought up to date when a page shows it, and answers for nothing that has to be checked. */
export const STALE_AFTER_MS = 5 * 60_000;

/** The facts with what the mirror adds to them: versions that no check asked about, and when the list last agreed. */
export function addMirrorFacts(facts: readonly VersionFact[]): Promise<VersionFact[]> {
  return withDatabase(
    database => addRows(database, facts),
    () => [...facts],
  );
}

async function addRows(database: VaultedDatabase, facts: readonly VersionFact[]): Promise<VersionFact[]> {
  const transaction = database.transaction(['items', 'sync', 'radar']);
  const byVersion = transaction.objectStore('items').index('byVersion');
  const [sync, radar] = await Promise.all([
    transaction.objectStore('sync').get(ONLY),
    transaction.objectStore('radar').get(ONLY),
  ]);
  const hints = hintsOf(radar);
  return Promise.all(
    facts.map(async known => {
      const hint = hints.get(known.versionId);
      // While the list is read for the first time, each page brings 200 facts to which the mirror has nothing to add.
      if (sync?.syncedAt === undefined && known.state !== 'unknown' && !hint) return known;
      const row = await byVersion.get(known.versionId);
      const fact = addRow(known, row, sync?.syncedAt);
      if (!row || !hint || (hint !== 'only-copy' && (await byVersion.getKey(hint)) !== undefined)) return fact;
      return { ...fact, hint: hint === 'only-copy' ? hint : 'newer' };
    }),
  );
}

function addRow(known: VersionFact, row: ItemRow | undefined, syncedAt: number | undefined): VersionFact {
  const fact = known.state === 'unknown' && row ? { ...known, ...stateOfRow(row) } : known;
  if (syncedAt === undefined) return fact;
  if (fact.state === 'unknown') return { ...fact, state: 'out', asOf: syncedAt };
  // The list confirms that it is in the vault; whether it is stored by now, only a check shows.
  const isOpen = fact.state === 'pending' || fact.state === 'failed';
  const agrees = !isOpen && isInVault(fact.state) === Boolean(row);
  return agrees ? { ...fact, asOf: Math.max(fact.asOf, syncedAt) } : fact;
}

function stateOfRow(row: ItemRow): Omit<VersionFact, 'versionId'> {
  const state = stateOfStatus(row.status);
  // A stand-in's id is none of the site's.
  const itemId = row.id > 0 ? { itemId: row.id } : {};
  return { state, asOf: row.seenOn, ...itemId, sizeKb: sizeOfItemKb(row) };
}

// Where the browser refuses the database, no list is kept.
const nothing = (): undefined => undefined;
const none = (): never[] => [];

type CachedFacts = (versionIds: readonly VersionId[]) => Promise<VersionFact[]>;

/** What the vault holds of each model. `cachedFacts`: what is known of versions without the mirror. */
export function readModels(modelIds: readonly ModelId[], cachedFacts: CachedFacts): Promise<ModelFact[]> {
  return withDatabase(
    database => readModelRows(database, modelIds, cachedFacts),
    () => modelIds.map(modelId => ({ modelId, inVault: [], facts: [], asOf: 0 })),
  );
}

async function readModelRows(
  database: VaultedDatabase,
  modelIds: readonly ModelId[],
  cachedFacts: CachedFacts,
): Promise<ModelFact[]> {
  const transaction = database.transaction(['items', 'sync']);
  const byModel = transaction.objectStore('items').index('byModel');
  const [sync, ...found] = await Promise.all([
    transaction.objectStore('sync').get(ONLY),
    ...modelIds.map(modelId => byModel.getAll(modelId)),
  ]);
  // One transaction for all of them: a page that scrolls waits for this.
  const versionIds = [...new Set(found.flat().map(row => row.modelVersionId))];
  const completed = versionIds.length > 0 ? await addMirrorFacts(await cachedFacts(versionIds)) : [];
  const facts = new Map(completed.map(fact => [fact.versionId, fact]));
  return modelIds.map((modelId, index) => {
    const ids = new Set(found[index]?.map(row => row.modelVersionId));
    const own = [...ids].flatMap(versionId => facts.get(versionId) ?? []);
    const inVault = own.filter(fact => isInVault(fact.state)).map(fact => fact.versionId);
    return { modelId, inVault, facts: own, asOf: sync?.syncedAt ?? 0 };
  });
}

/** True if the whole vault was read less than {@link STALE_AFTER_MS} before `now` (epoch ms). */
export async function isMirrorCurrent(now: number): Promise<boolean> {
  const row = await withDatabase(database => database.get('sync', ONLY), nothing);
  return !isOlderThan(STALE_AFTER_MS, row?.syncedAt ?? 0, now);
}

/** How many rows of the version the vault holds; `undefined` as long as not all of the vault has been read. */
export function countCopies(versionId: VersionId): Promise<number | undefined> {
  return withDatabase(async database => {
    const transaction = database.transaction(['items', 'sync']);
    const [sync, copies] = await Promise.all([
      transaction.objectStore('sync').get(ONLY),
      transaction.objectStore('items').index('byVersion').count(versionId),
    ]);
    return sync?.syncedAt === undefined ? undefined : copies;
  }, nothing);
}

/** One item of each version that the mirror holds. */
export async function readItemsOf(versionIds: readonly VersionId[]): Promise<ItemRow[]> {
  const rows = await withDatabase<(ItemRow | undefined)[]>(database => {
    const byVersion = database.transaction('items').store.index('byVersion');
    return Promise.all(versionIds.map(versionId => byVersion.get(versionId)));
  }, none);
  return rows.filter(row => row !== undefined);
}

/** What the vault calls a version. Empty for one that it doesn't hold, and for a stand-in, whose names are a page's words. */
export async function readNames(versionId: VersionId): Promise<ItemNames> {
  const [row] = await readItemsOf([versionId]);
  if (!row?.modelName || row.id < 0) return {};
  const { modelId, modelName, versionName } = row;
  return { modelId, modelName, versionName };
}

/** All items in the order of their ids; stand-ins included. */
export function readItems(): Promise<ItemRow[]> {
  return withDatabase<ItemRow[]>(database => database.getAll('items'), none);
}
