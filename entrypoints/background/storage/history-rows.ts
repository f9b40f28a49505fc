import { isOlderThan } from '@/utils/age';
import type { HistoryEntry } from '@/utils/vault/history';
import { openVaultDatabase } from './database';
import { type HistoryRow, ONLY, type WholeTransaction } from './schema';
import { writeInSession } from './session-writes';

const KEEP_MS = 90 * 24 * 3_600_000;
/** More than a user does in that time; what a page causes has its budget, and this is the end of it. */
const MOST = 5_000;

/** Writes an entry and forgets those that are too old. Returns its id; `undefined`: the session is over. */
export async function addHistoryRow(session: string, row: HistoryRow): Promise<number | undefined> {
  const written = await writeInSession(session, async transaction => {
    await forgetOld(transaction, row.at);
    return transaction.objectStore('history').add(row);
  });
  return written?.value;
}

/** Writes what came of an entry. */
export async function endHistoryRow(session: string, id: number, end: NonNullable<HistoryRow['end']>): Promise<void> {
  await writeInSession(
    session,
    async transaction => {
      const store = transaction.objectStore('history');
      const row = await store.get(id);
      if (row) await store.put({ ...row, end });
    },
    'relaxed',
  );
}

/** The `count` newest entries, the newest first. */
export async function readHistoryRows(session: string, count: number): Promise<HistoryEntry[]> {
  const transaction = (await openVaultDatabase()).transaction(['token', 'history']);
  const token = await transaction.objectStore('token').get(ONLY);
  if (token?.session !== session) return [];
  const rows: HistoryEntry[] = [];
  let cursor = await transaction.objectStore('history').openCursor(null, 'prev');
  while (cursor && rows.length < count) {
    rows.push({ ...cursor.value, id: cursor.key });
    cursor = await cursor.continue();
  }
  return rows;
}

/** Forgets all of it. */
export async function clearHistoryRows(session: string): Promise<void> {
  await writeInSession(session, transaction => transaction.objectStore('history').clear());
}

/** Ids grow with time: the oldest come first. */
async function forgetOld(transaction: WholeTransaction, now: number): Promise<void> {
  const store = transaction.objectStore('history');
  let left = await store.count();
  let cursor = await store.openCursor();
  while (cursor && (left >= MOST || isOlderThan(KEEP_MS, Math.min(cursor.value.at, now), now))) {
    await cursor.delete();
    left -= 1;
    cursor = await cursor.continue();
  }
}
