import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import type { Membership } from '@/utils/account/account';
import type { HistoryEntry } from '@/utils/vault/history';
import type { RadarRow } from './radar-row';
import type { CooldownRow, FactRow, ItemIndexes, ItemRow, JournalRow, SyncRow } from './rows';

/** The sign-in that writes are guarded by. Its key is elsewhere: key-store.ts. */
export type StoredToken = {
  session: string;
  /** Its key lasts only until the browser closes, and never touches the disk. */
  isBrief?: boolean;
  /** It has no key: the vault is read with the site's own login. */
  isLogin?: true;
};

/** Who the key belongs to, as last answered. */
export type StoredAccount = {
  session: string;
  /** The API answered 401 to this key. */
  refused: boolean;
  keyTail: string;
  userId?: number;
  username?: string;
  tier?: string;
  membership: Membership;
  canWrite: boolean;
  keyScope?: number;
  /** The key lasts only until the browser closes. */
  isBrief?: boolean;
  /** There is no key: it is the user who is logged in on the site, and nothing can be changed. */
  isLogin?: true;
  /** When the site first said that this user is not logged in any more, epoch ms. */
  loggedOutAt?: number;
  /** The browser has closed since: nothing else is known of the account any more. */
  isForgotten?: boolean;
};

/** An entry of the history as it is stored; its id is given to it. */
export type HistoryRow = Omit<HistoryEntry, 'id'> & { id?: number };

/** The one key of `token`, `account`, `sync` and `radar`. */
export const ONLY = 'only';

/**
 * Everything that belongs to one account, and `cooldowns`, which outlives it for less than a minute. It is IndexedDB because no content
 * script can open the extension's, while Firefox lets them read `storage.local`. A new shape needs a new version and a step in database.ts.
 */
export interface VaultedSchema extends DBSchema {
  token: { key: typeof ONLY; value: StoredToken };
  account: { key: typeof ONLY; value: StoredAccount };
  journal: { key: number; value: JournalRow };
  cooldowns: { key: number; value: CooldownRow };
  facts: { key: number; value: FactRow };
  items: { key: number; value: ItemRow; indexes: ItemIndexes };
  sync: { key: typeof ONLY; value: SyncRow };
  history: { key: number; value: HistoryRow };
  radar: { key: typeof ONLY; value: RadarRow };
}

export type VaultedDatabase = IDBPDatabase<VaultedSchema>;

/** The stores that go with the account. */
export const OF_ACCOUNT = ['token', 'account', 'journal', 'facts', 'items', 'sync', 'history', 'radar'] as const;
export const ALL = [...OF_ACCOUNT, 'cooldowns'] as const;

/** A transaction over every store: nothing of another account can slip in between. */
export type WholeTransaction = IDBPTransaction<VaultedSchema, typeof ALL, 'readwrite'>;
