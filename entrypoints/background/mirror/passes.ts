import type { VaultPage } from '@/entrypoints/background/api/vault-item';
import { openVaultDatabase, writeInSession } from '@/entrypoints/background/storage/database';
import type { ItemRow, SyncRow } from '@/entrypoints/background/storage/rows';
import { ONLY, type WholeTransaction } from '@/entrypoints/background/storage/schema';
import { putItem } from '@/entrypoints/background/storage/update-items';
import type { VersionId } from '@/utils/civitai/ids';

/** A full pass that was interrupted goes on within this time; pages have shifted too far after it. */
const RESUME_MS = 10 * 60_000;

/** How far the mirror of the account that is signed in got; `undefined`: nowhere yet. */
export async function readSync(): Promise<SyncRow | undefined> {
  return (await openVaultDatabase()).get('sync', ONLY);
}

/** Writes how far it got. `undefined`: the session is over and nothing was written. */
export async function writeSync(session: string, row: SyncRow): Promise<SyncRow | undefined> {
  const written = await writeInSession(session, transaction => transaction.objectStore('sync').put(row, ONLY));
  return written && row;
}

/** Reads the whole list from its start. What it does not show is gone. */
export function startFullPass(last: SyncRow | undefined, now: number): SyncRow {
  const pass = (last?.pass ?? 0) + 1;
  const fresh = {
    isFull: true,
    isWhole: false,
    nextPage: 1,
    startedAt: now,
    fullAt: now,
    totalItems: 0,
    hasShrunk: false,
  };
  return { doubles: [], ...last, ...fresh, pass, hasNews: true };
}

/** Reads the start of the list, until something known comes. */
export function startTopUpPass(last: SyncRow): SyncRow {
  return { ...last, isFull: false, nextPage: 1 };
}

/** What is to be read now, by what was read last. */
export function startSync(last: SyncRow | undefined, now: number): SyncRow {
  if (last?.isWhole) return { ...startTopUpPass(last), startedAt: now, hasShrunk: false };
  return last && isUnfinished(last, now) ? last : startFullPass(last, now);
}

/** True for a full pass that was interrupted a short while ago. */
export function isUnfinished({ isFull, isWhole, startedAt }: SyncRow, now: number): boolean {
  const age = now - startedAt;
  return isFull && !isWhole && age >= 0 && age < RESUME_MS;
}

/**
 * Takes a page over, together with how far that brings the pass. What a toggle or a later check has shown to be out stays out: the
 * page is older. To be called after the engine has learned from it. `undefined`: the session is over and nothing was written.
 */
export async function writePage(session: string, row: SyncRow, page: VaultPage, now: number) {
  const written = await writeInSession(session, async transaction => {
    const taken = await Promise.all(
      page.items.map(item => takeItem(transaction, { ...item, seenIn: row.pass, seenOn: now })),
    );
    const next = advance(row, page, taken.includes('known'), taken.includes('new'));
    await transaction.objectStore('sync').put(next, ONLY);
    return next;
  });
  return written?.value;
}

async function takeItem(transaction: WholeTransaction, item: ItemRow): Promise<'known' | 'new' | 'out'> {
  const [fact, old] = await Promise.all([
    transaction.objectStore('facts').get(item.modelVersionId),
    transaction.objectStore('items').get(item.id),
  ]);
  if (fact?.state === 'out') return 'out';
  await putItem(transaction, item);
  return old?.seenIn === item.seenIn ? 'known' : 'new';
}

function advance(
  row: SyncRow,
  { items, totalItems, totalPages }: VaultPage,
  isKnown: boolean,
  isNew: boolean,
): SyncRow {
  const isOver = items.length === 0 || row.nextPage >= totalPages || (!row.isFull && isKnown);
  return {
    ...row,
    nextPage: isOver ? 0 : row.nextPage + 1,
    totalItems,
    hasShrunk: row.hasShrunk || (row.isFull && row.nextPage > 1 && totalItems < row.totalItems),
    hasNews: row.hasNews || isNew,
  };
}

/**
 * `whole`: the mirror holds what the vault does, apart from the versions in `gone`, which nobody lists any more. `early`: it differs,
 * but a toggle of ours may not have reached the list. `differs`: only the whole list can tell.
 */
export type Verdict = { kind: 'whole'; gone: VersionId[] } | { kind: 'early' } | { kind: 'differs' };

/** Compares what was listed with how much there is, once a pass is over, and writes the pass down if they agree. */
export async function judgePass(session: string, row: SyncRow): Promise<Verdict | undefined> {
  const written = await writeInSession(session, async (transaction): Promise<Verdict> => {
    const byPass = transaction.objectStore('items').index('byPass');
    if (row.hasShrunk || (await byPass.count(row.pass)) !== row.totalItems) {
      const open = await transaction.objectStore('journal').getAll();
      return { kind: open.some(({ attempt }) => attempt) ? 'early' : 'differs' };
    }
    const unlisted = await byPass.getAll(IDBKeyRange.upperBound(row.pass, true));
    // What came while the list was being read may be missing in it.
    const old = unlisted.filter(({ seenOn }) => seenOn <= row.startedAt);
    const gone = await Promise.all(old.map(item => dropDouble(transaction, item, row.pass)));
    const { failed: _, ...done } = row;
    await transaction.objectStore('sync').put({ ...done, isWhole: true, syncedAt: row.startedAt }, ONLY);
    return { kind: 'whole', gone: gone.filter(id => id !== undefined) };
  });
  return written?.value;
}

/** Forgets a row that is not listed while another row of its version is; otherwise returns the version. */
async function dropDouble(
  transaction: WholeTransaction,
  { id, modelVersionId }: ItemRow,
  pass: number,
): Promise<VersionId | undefined> {
  const items = transaction.objectStore('items');
  const rows = await items.index('byVersion').getAll(modelVersionId);
  if (!rows.some(({ seenIn }) => seenIn === pass)) return modelVersionId;
  await items.delete(id);
  return undefined;
}

/** The versions that the mirror holds more than once, and how often. */
export async function countDoubles(): Promise<SyncRow['doubles']> {
  const { store } = (await openVaultDatabase()).transaction('items');
  const counts = new Map<VersionId, number>();
  for (let at = await store.index('byVersion').openKeyCursor(); at; at = await at.continue()) {
    counts.set(at.key, (counts.get(at.key) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1);
}
