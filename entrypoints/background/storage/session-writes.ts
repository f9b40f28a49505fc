import { hiddenForMs } from '@/entrypoints/background/timing/replica-lag';
import { openVaultDatabase } from './database';
import type { JournalRow, UnsentRow } from './rows';
import { ALL, OF_ACCOUNT, ONLY, type StoredAccount, type StoredToken, type WholeTransaction } from './schema';

/**
 * `strict`: on the disk before it resolves, as a journal must be before a request goes out. `relaxed`: a power cut may take the last of
 * such writes back, each as a whole; for what can be read again.
 */
type Durability = 'strict' | 'relaxed';

/**
 * Writes for one account only: `write` runs if `session` is still signed in, in the transaction that checked it, and may await only
 * that transaction's requests. `undefined`: the session is over. If `write` throws, nothing is written and this rejects with its error.
 */
export async function writeInSession<T>(
  session: string,
  write: (transaction: WholeTransaction) => Promise<T>,
  durability: Durability = 'strict',
): Promise<{ value: T } | undefined> {
  return transact(async transaction => {
    const token = await transaction.objectStore('token').get(ONLY);
    return token?.session === session ? { value: await write(transaction) } : undefined;
  }, durability);
}

/** Forgets everything of the account, and puts the key and name of `next` in its place if there is one: all or nothing. */
export async function replaceAccount(next?: { token?: StoredToken; account: StoredAccount }): Promise<void> {
  await transact(async transaction => {
    const owed = await leaveUnsettled(transaction, Date.now());
    await Promise.all(OF_ACCOUNT.map(name => transaction.objectStore(name).clear()));
    for (const row of owed) await transaction.objectStore('journal').put(row);
    if (!next) return;
    if (next.token) await transaction.objectStore('token').put(next.token, ONLY);
    await transaction.objectStore('account').put(next.account, ONLY);
  });
}

/**
 * Of what the session sent, the cooldown of each version stays: the next key may lead to the same vault, and this worker may be killed
 * before it is used. Returns what is left of the journal: versions that are to be added again,
 * and removals that were not sent.
 */
async function leaveUnsettled(transaction: WholeTransaction, now: number): Promise<JournalRow[]> {
  const cooldowns = transaction.objectStore('cooldowns');
  const owner = (await transaction.objectStore('account').get(ONLY))?.userId;
  const rows: JournalRow[] = [];
  for (const row of await transaction.objectStore('journal').getAll()) {
    const { versionId, attempt, owed } = row;
    const unsent = row.unsent ?? unsentOf(row, owner, now);
    const leftMs = attempt ? hiddenForMs(attempt.kind !== 'unanswered', attempt.ageMs) : 0;
    if (leftMs > 0) await cooldowns.put({ versionId, until: now + leftMs });
    const left = owed && { triedAt: 0, left: owed.left ?? (owner === undefined ? {} : { owner }) };
    if (left || unsent) rows.push({ ...NOTHING, versionId, owed: left, unsent });
  }
  return rows;
}

const NOTHING = { intent: undefined, next: undefined, attempt: undefined, unannounced: false } as const;

/** The removal of a version that no request was made for. */
function unsentOf({ intent, next }: JournalRow, owner: number | undefined, at: number): UnsentRow | undefined {
  const newest = next ?? intent;
  const isUnsent = newest?.target === 'out' && newest.attempts === 0 && !newest.addAgain;
  return isUnsent && owner !== undefined ? { owner, at } : undefined;
}

async function transact<T>(
  work: (transaction: WholeTransaction) => Promise<T>,
  durability: Durability = 'strict',
): Promise<T> {
  const database = await openVaultDatabase();
  const transaction = database.transaction(ALL, 'readwrite', { durability });
  try {
    const value = await work(transaction);
    await transaction.done;
    return value;
  } catch (error) {
    abort(transaction);
    await transaction.done.catch(() => undefined);
    throw error;
  }
}

function abort(transaction: WholeTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over already: the browser aborted it because one of its requests failed.
  }
}
