import type { VaultPage } from '@/entrypoints/background/api/vault-api';
import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import { putItems } from '@/entrypoints/background/storage/item-rows';
import type { ItemRow, SyncRow } from '@/entrypoints/background/storage/rows';
import { ONLY, type WholeTransaction } from '@/entrypoints/background/storage/schema';
import { writeInSession } from '@/entrypoints/background/storage/session-writes';
import type { IsOut } from '@/entrypoints/background/vault/checks/record-checks';
import { isOlderThan } from '@/utils/age';
import type { VersionId } from '@/utils/civitai/ids';
import { dropFlood } from './pass-bounds';

/** An interrupted full pass goes on within this time; later, pages have shifted too far. */
const RESUME_MS = 10 * 60_000;

/** How far the mirror got; `undefined`: no pass was begun. */
export async function readSync(): Promise<SyncRow | undefined> {
  return (await openVaultDatabase()).get('sync', ONLY);
}

/** Writes how far the mirror got. `undefined`: the session is over and nothing was written. */
export async function writeSync(session: string, row: SyncRow): Promise<SyncRow | undefined> {
  const written = await writeInSession(session, transaction => transaction.objectStore('sync').put(row, ONLY));
  return written && row;
}

/** A pass over the whole list: what it does not show is gone. `now` is epoch ms. */
export function startFullPass(last: SyncRow | undefined, now: number): SyncRow {
  const pass = (last?.pass ?? 0) + 1;
  const start = {
    isFull: true,
    isWhole: false,
    nextPage: 1,
    startedAt: now,
    fullAt: now,
    totalItems: 0,
    hasShrunk: false,
  };
  return { doubles: [], ...last, ...start, pass, hasNews: true };
}

/** A pass over the start of the list, until a known item comes. */
export function startTopUpPass(last: SyncRow): SyncRow {
  return { ...last, isFull: false, nextPage: 1 };
}

/** The pass to make after what was read last. `now` is epoch ms. */
export function startSync(last: SyncRow | undefined, now: number): SyncRow {
  if (last?.isWhole) return { ...startTopUpPass(last), startedAt: now, hasShrunk: false };
  return last && isUnfinished(last, now) ? last : startFullPass(last, now);
}

/** True for a full pass that was interrupted a short while ago. */
export function isUnfinished({ isFull, isWhole, startedAt }: SyncRow, now: number): boolean {
  return isFull && !isWhole && !isOlderThan(RESUME_MS, startedAt, now);
}

/** `isOut`: what the engine knows of a version at that moment. `now` is epoch ms. `isOver`: nothing of the list comes after the page. */
type PageParts = { isOut: IsOut; now: number; isOver: boolean };

/**
 * Takes a page over, together with how far that brings the pass. To be called after the engine has recorded the page: what a toggle or a
 * later check has shown to be out stays out. `undefined`: the session is over and nothing was written.
 */
export async function writePage(session: string, row: SyncRow, page: VaultPage, { isOut, now, isOver }: PageParts) {
  const write = async (transaction: WholeTransaction): Promise<SyncRow> => {
    // Asked in the transaction: a later toggle writes in one that comes after it, and takes the item away again.
    const taken = page.items.filter(item => !isOut(item.modelVersionId));
    // A pass over the whole list goes on whatever it meets, and has news from its start.
    const items = transaction.objectStore('items');
    if (row.isFull && row.nextPage === 1) await dropFlood(transaction);
    const old = row.isFull ? [] : await Promise.all(taken.map(({ id }) => items.get(id)));
    await putItems(
      transaction,
      taken.map(item => ({ ...item, seenIn: row.pass, seenOn: now })),
    );
    const isKnown = (before: ItemRow | undefined) => before?.seenIn === row.pass;
    const next = advance(row, page, isOver || (!row.isFull && old.some(isKnown)), !old.every(isKnown));
    await transaction.objectStore('sync').put(next, ONLY);
    return next;
  };
  // How far the pass is goes with its items: what a power cut takes back is read again.
  const written = await writeInSession(session, write, 'relaxed');
  return written?.value;
}

function advance(row: SyncRow, { totalItems, totalPages }: VaultPage, isOver: boolean, isNew: boolean): SyncRow {
  const isLast = isOver || row.nextPage >= totalPages;
  return {
    ...row,
    nextPage: isLast ? 0 : row.nextPage + 1,
    totalItems,
    hasShrunk: row.hasShrunk || (row.isFull && row.nextPage > 1 && totalItems < row.totalItems),
    hasNews: row.hasNews || isNew,
  };
}

/**
 * `agrees`: the mirror holds what the vault does, apart from the versions in `gone`, which the list no longer shows. `too-early`: it
 * differs, but one of our toggles may not have reached the list. `differs`: only the whole list can tell.
 */
type PassResult = { kind: 'agrees'; gone: VersionId[] } | { kind: 'too-early' } | { kind: 'differs' };

/**
 * Ends a pass: compares what was listed with how much there is, and writes the pass down if they agree. `undefined`: the session is over
 * and nothing was written. `now` is epoch ms.
 */
export async function finishPass(session: string, row: SyncRow, now: number): Promise<PassResult | undefined> {
  const written = await writeInSession(session, async (transaction): Promise<PassResult> => {
    const byPass = transaction.objectStore('items').index('byPass');
    if (row.hasShrunk || (await byPass.count(row.pass)) !== row.totalItems) {
      const journal = await transaction.objectStore('journal').getAll();
      return { kind: journal.some(({ attempt }) => attempt) ? 'too-early' : 'differs' };
    }
    const unlisted = await byPass.getAll(IDBKeyRange.upperBound(row.pass, true));
    // An item that came while the list was being read may be missing in it. One from the future came before the clock was set back.
    const old = unlisted.filter(({ seenOn }) => seenOn <= row.startedAt || seenOn > now);
    const gone = await Promise.all(old.map(item => dropDouble(transaction, item, row.pass)));
    const { failed: _, ...done } = row;
    await transaction.objectStore('sync').put({ ...done, isWhole: true, syncedAt: row.startedAt }, ONLY);
    return { kind: 'agrees', gone: gone.filter(id => id !== undefined) };
  });
  return written?.value;
}

/** Forgets a row that the list no longer shows. Returns its version, unless another row of it is listed: then only that row goes. */
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
