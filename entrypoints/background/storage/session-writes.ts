import { hiddenForMs } from '@/entrypoints/background/timing/replica-lag';
import { openVaultDatabase } from './database';
import type { CooldownRow, JournalRow, UnsentRow } from './rows';
import {
  ALL,
  OF_ACCOUNT,
  ONLY,
  type StoredAccount,
  type StoredToken,
  type VaultedDatabase,
  type WholeTransaction,
} from './schema';
import { changeSmallStore, withDatabase } from './small-store';

/**
 * `strict`: on the disk before it resolves, as a journal must be before a request goes out. `relaxed`: a power cut may take the last of
 * such writes back, each as a whole; for what can be read again.
 */
type Durability = 'strict' | 'relaxed';

type NextAccount = { token?: StoredToken; account: StoredAccount };

/**
 * Writes for one account only: `write` runs if `session` is still signed in, in the transaction that checked it, and may await only
 * that transaction's requests. `undefined`: the session is over. If `write` throws, nothing is written and this rejects with its error.
 */
export async function writeInSession<T>(
  session: string,
  write: (transaction: WholeTransaction) => Promise<T>,
  durability: Durability = 'strict',
): Promise<{ value: T } | undefined> {
  return transact(
    await openVaultDatabase(),
    async transaction => {
      const token = await transaction.objectStore('token').get(ONLY);
      return token?.session === session ? { value: await write(transaction) } : undefined;
    },
    durability,
  );
}

/**
 * Forgets everything of the account, and puts the key and name of `next` in its place if there is one: all or nothing. What the site's
 * login has read stays for a key of the same user.
 */
export async function replaceAccount(next?: NextAccount): Promise<void> {
  await withDatabase(
    database => replaceInDatabase(database, next),
    () =>
      changeSmallStore(({ journal, cooldowns, account }) => {
        const left = leaveUnsettled(journal, account?.userId, Date.now());
        const small = { journal: left.journal, cooldowns: [...cooldowns, ...left.cooldowns], facts: [] };
        return { next: next ? { ...small, account: next.account } : small, value: undefined };
      }),
  );
}

function replaceInDatabase(database: VaultedDatabase, next: NextAccount | undefined): Promise<void> {
  return transact(database, async transaction => {
    const [journal, account] = await Promise.all([
      transaction.objectStore('journal').getAll(),
      transaction.objectStore('account').get(ONLY),
    ]);
    const left = leaveUnsettled(journal, account?.userId, Date.now());
    for (const row of left.cooldowns) await transaction.objectStore('cooldowns').put(row);
    const isSame = isOfSameUser(account, next);
    const gone = OF_ACCOUNT.filter(name => !isSame || !READ.includes(name));
    await Promise.all(gone.map(name => transaction.objectStore(name).clear()));
    if (isSame) await forgetFailure(transaction);
    for (const row of left.journal) await transaction.objectStore('journal').put(row);
    if (!next) return;
    if (next.token) await transaction.objectStore('token').put(next.token, ONLY);
    await transaction.objectStore('account').put(next.account, ONLY);
  });
}

/** What was only read from the site. */
const READ: readonly string[] = ['facts', 'items', 'sync'];

function isOfSameUser(known: StoredAccount | undefined, next: NextAccount | undefined): boolean {
  const userId = next?.account.userId;
  return known?.isLogin === true && !next?.account.isLogin && userId !== undefined && known.userId === userId;
}

/** Why reading with the login failed says nothing of the key. */
async function forgetFailure(transaction: WholeTransaction): Promise<void> {
  const store = transaction.objectStore('sync');
  const row = await store.get(ONLY);
  if (!row?.failed) return;
  const { failed: _, ...rest } = row;
  await store.put(rest, ONLY);
}

/**
 * Of what the session sent, the cooldown of each version stays: the next key may lead to the same vault, and this worker may be killed
 * before it is used. `journal`: versions that are to be added again, and removals that were not sent.
 */
function leaveUnsettled(journal: readonly JournalRow[], owner: number | undefined, now: number) {
  const kept: { journal: JournalRow[]; cooldowns: CooldownRow[] } = { journal: [], cooldowns: [] };
  for (const row of journal) {
    const { versionId, attempt, owed } = row;
    const unsent = row.unsent ?? unsentOf(row, owner, now);
    const leftMs = attempt ? hiddenForMs(attempt.kind !== 'unanswered', attempt.ageMs) : 0;
    if (leftMs > 0) kept.cooldowns.push({ versionId, until: now + leftMs });
    const left = owed && { triedAt: 0, left: owed.left ?? (owner === undefined ? {} : { owner }) };
    if (left || unsent) kept.journal.push({ ...NOTHING, versionId, owed: left, unsent });
  }
  return kept;
}

const NOTHING = { intent: undefined, next: undefined, attempt: undefined, unannounced: false } as const;

/** The removal of a version that no request was made for. */
function unsentOf({ intent, next }: JournalRow, owner: number | undefined, at: number): UnsentRow | undefined {
  const newest = next ?? intent;
  const isUnsent = newest?.target === 'out' && newest.attempts === 0 && !newest.addAgain;
  return isUnsent && owner !== undefined ? { owner, at } : undefined;
}

async function transact<T>(
  database: VaultedDatabase,
  work: (transaction: WholeTransaction) => Promise<T>,
  durability: Durability = 'strict',
): Promise<T> {
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
