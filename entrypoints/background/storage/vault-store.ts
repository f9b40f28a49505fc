import { unwrap } from 'idb';
import { LONGEST_HIDDEN_MS } from '@/entrypoints/background/timing/replica-lag';
import type { VersionId } from '@/utils/civitai/ids';
import type { VaultItem } from '@/utils/vault/vault-item';
import { openVaultDatabase } from './database';
import { followFacts, type ModelOf } from './item-rows';
import type { CooldownRow, FactRow, JournalRow } from './rows';
import { ONLY, type StoredAccount, type VaultedDatabase, type WholeTransaction } from './schema';
import { writeInSession } from './session-writes';
import { changeSmallStore, readSmallStore, withDatabase, withRows } from './small-store';
import { readLoss } from './store-age';

/** One change of what is stored; all of it or nothing. */
export type Change = {
  journal?: JournalRow;
  /** The version whose journal row is over. */
  settled?: VersionId;
  facts?: readonly FactRow[];
  cooldown?: CooldownRow;
  /** Items that a check showed, whose facts are among `facts`. */
  items?: readonly VaultItem[];
};

/** What a new worker finds. `cooldowns` are of earlier sessions, too. */
export type Stored = {
  journal: JournalRow[];
  facts: FactRow[];
  cooldowns: CooldownRow[];
  /** When the store before this one was lost, with its journal; epoch ms. */
  lostAt?: number | undefined;
};

/** Where journal and facts outlive the worker. Everything belongs to one session; changes apply in the order in which they were asked for. */
export type VaultStore = {
  load(session: string): Promise<Stored>;
  /** Resolves once it would survive a crash; facts alone may be lost in a power cut. False: the session is over and nothing was written. */
  save(session: string, change: Change): Promise<boolean>;
  /** Forgets facts. */
  forget(session: string, versionIds: readonly VersionId[]): Promise<void>;
};

/** Forgets the cooldowns that are over at `now` (epoch ms), of every account, and shortens those that can't last so long. Never rejects: the next worker tries again. */
export async function sweepCooldowns(now = Date.now()): Promise<void> {
  try {
    const { store, done } = (await openVaultDatabase()).transaction('cooldowns', 'readwrite');
    for (const { versionId, until } of await store.getAll()) {
      if (until <= now) await store.delete(versionId);
      // The clock was set back: every worker would begin the cooldown anew until then.
      else if (until - now > LONGEST_HIDDEN_MS) await store.put({ versionId, until: now + LONGEST_HIDDEN_MS });
    }
    await done;
  } catch {
    // Nothing is decided by rows that are over.
  }
}

/**
 * Journal and facts in the extension's database, which no content script can open. The mirrored items follow the facts in the same
 * transaction. Writes nothing for a session that is over.
 */
export const createVaultStore = (modelOf: ModelOf): VaultStore => ({
  load: session =>
    withDatabase(
      database => loadRows(database, session),
      () => loadSmall(session),
    ),

  save: (session, change) =>
    withDatabase(
      () => saveRows(session, change, modelOf),
      () => saveSmall(session, change),
    ),

  forget: (session, versionIds) =>
    withDatabase(
      async () => {
        await writeInSession(session, async transaction => {
          const known = transaction.objectStore('facts');
          await Promise.all(versionIds.map(versionId => known.delete(versionId)));
        });
      },
      () => undefined,
    ),
});

async function loadRows(database: VaultedDatabase, session: string): Promise<Stored> {
  const transaction = database.transaction(['token', 'account', 'journal', 'facts', 'cooldowns']);
  const [token, account, journal, facts, cooldowns] = await Promise.all([
    transaction.objectStore('token').get(ONLY),
    transaction.objectStore('account').get(ONLY),
    transaction.objectStore('journal').getAll(),
    transaction.objectStore('facts').getAll(),
    transaction.objectStore('cooldowns').getAll(),
  ]);
  if (token?.session !== session) return { journal: [], facts: [], cooldowns: [] };
  return { journal: journal.filter(isOf(account)), facts, cooldowns, lostAt: await readLoss() };
}

async function saveRows(
  session: string,
  { journal, settled, cooldown, facts = [], items = [] }: Change,
  modelOf: ModelOf,
): Promise<boolean> {
  const write = async (transaction: WholeTransaction): Promise<void> => {
    const rows = transaction.objectStore('journal');
    // None of hundreds is waited for by itself: a put that fails aborts the transaction.
    const known = unwrap(transaction.objectStore('facts'));
    for (const fact of facts) known.put(fact);
    await Promise.all([
      journal && rows.put(journal),
      settled !== undefined && rows.delete(settled),
      cooldown && transaction.objectStore('cooldowns').put(cooldown),
      followFacts(transaction, { facts, items }, modelOf),
    ]);
  };
  // What was only read can be read again.
  const isOnlyRead = journal === undefined && settled === undefined && cooldown === undefined;
  const written = await writeInSession(session, write, isOnlyRead ? 'relaxed' : 'strict');
  return written !== undefined;
}

async function loadSmall(session: string): Promise<Stored> {
  const { account, journal, facts, cooldowns } = await readSmallStore();
  if (account?.session !== session) return { journal: [], facts: [], cooldowns: [] };
  return { journal: journal.filter(isOf(account)), facts, cooldowns, lostAt: await readLoss() };
}

function saveSmall(session: string, change: Change): Promise<boolean> {
  if (change.journal === undefined && change.settled === undefined && !change.cooldown) return Promise.resolve(true);
  return changeSmallStore(small =>
    small.account?.session === session
      ? { next: withRows(small, change, Date.now()), value: true }
      : { next: small, value: false },
  );
}

/** What an account left behind is no concern of another. */
function isOf(account: StoredAccount | undefined): (row: JournalRow) => boolean {
  return ({ owed, unsent }) => [undefined, account?.userId].includes(owed?.left?.owner ?? unsent?.owner);
}
