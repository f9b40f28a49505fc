import { type IDBPTransaction, type StoreNames, unwrap } from 'idb';
import type { Target } from '@/utils/vault/membership';
import type { AttemptRow, CooldownRow, IntentRow, JournalRow, SentRequest } from './rows';
import type { VaultedDatabase, VaultedSchema } from './schema';

/** An intent as database versions 1 to 3 kept it. */
type FormerIntentRow = Omit<IntentRow, 'attempts' | 'failedChecks' | 'addAgain'> & {
  posts: number;
  tries: number;
  thenIn?: boolean;
};

/** A request as database versions 1 to 3 kept it. */
type FormerPostRow = SentRequest & {
  ageMs: number;
  answer: Target | undefined;
  seen: Target | undefined;
  disputed: boolean;
  overtaken?: boolean;
};

/** A row of the journal as database versions 1 to 3 kept it. */
type FormerJournalRow = Pick<JournalRow, 'versionId'> & {
  intent: FormerIntentRow | undefined;
  next: FormerIntentRow | undefined;
  post: FormerPostRow | undefined;
  untold: boolean;
};

/** The transaction that gives a database its shape. */
export type Upgrade = IDBPTransaction<VaultedSchema, StoreNames<VaultedSchema>[], 'versionchange'>;

/**
 * Brings a database of any earlier release to today's shape, all of it or nothing. The journal is kept: a toggle whose row got lost
 * would never be settled.
 */
export function migrate(database: VaultedDatabase, oldVersion: number, _newVersion: unknown, upgrade: Upgrade): void {
  // The opening of the database fails with it.
  upgrade.done.catch(() => undefined);
  if (oldVersion < 1) createAccountStores(database);
  if (oldVersion === 1) {
    // They were always empty in version 1.
    database.deleteObjectStore('items');
    database.deleteObjectStore('sync');
  }
  if (oldVersion < 2) createMirrorStores(database);
  if (oldVersion < 4) database.createObjectStore('cooldowns', { keyPath: 'versionId' });
  // `unwrap`: the stores of an earlier version are not in the schema of idb's types.
  const transaction = unwrap(upgrade);
  if (oldVersion > 0 && oldVersion < 4) renameJournalFields(transaction);
  if (oldVersion === 3) moveCooldowns(transaction);
  // No earlier release kept a history.
  if (oldVersion === 0) database.createObjectStore('history', { keyPath: 'id', autoIncrement: true });
}

function createAccountStores(database: VaultedDatabase): void {
  database.createObjectStore('token');
  database.createObjectStore('account');
  database.createObjectStore('journal', { keyPath: 'versionId' });
  database.createObjectStore('facts', { keyPath: 'versionId' });
}

function createMirrorStores(database: VaultedDatabase): void {
  const items = database.createObjectStore('items', { keyPath: 'id' });
  items.createIndex('byVersion', 'modelVersionId');
  items.createIndex('byModel', 'modelId');
  items.createIndex('byPass', 'seenIn');
  database.createObjectStore('sync');
}

// A request that fails, or a handler that throws, makes the browser undo the whole upgrade.
function renameJournalFields(transaction: IDBTransaction): void {
  const journal = transaction.objectStore('journal');
  const request: IDBRequest<FormerJournalRow[]> = journal.getAll();
  request.onsuccess = () => {
    for (const row of request.result) journal.put(journalRowOf(row));
  };
}

/** Version 3 kept the cooldowns in a store named `quiet`. */
function moveCooldowns(transaction: IDBTransaction): void {
  const request: IDBRequest<CooldownRow[]> = transaction.objectStore('quiet').getAll();
  request.onsuccess = () => {
    for (const row of request.result) transaction.objectStore('cooldowns').put(row);
    transaction.db.deleteObjectStore('quiet');
  };
}

function journalRowOf({ versionId, intent, next, post, untold }: FormerJournalRow): JournalRow {
  return {
    versionId,
    intent: intent && intentRowOf(intent),
    next: next && intentRowOf(next),
    attempt: post && attemptRowOf(post),
    unannounced: untold,
  };
}

function intentRowOf({ posts, tries, thenIn, ...rest }: FormerIntentRow): IntentRow {
  return { ...rest, attempts: posts, failedChecks: tries, ...(thenIn !== undefined && { addAgain: thenIn }) };
}

function attemptRowOf({ answer, seen, disputed, overtaken = false, ...sent }: FormerPostRow): AttemptRow {
  if (answer === undefined) return { ...sent, kind: 'unanswered', lastSeen: seen, isOvertaken: overtaken };
  return { ...sent, kind: overtaken ? 'overtaken' : disputed ? 'disputed' : 'answered', answer };
}
