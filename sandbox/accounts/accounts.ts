import { createHash } from 'node:crypto';
import type { Subscription, WorldAccount } from '@/sandbox/records.ts';

/** Bits of a key's `tokenScope` (site-facts.md H.2). */
export const SCOPES = { userRead: 1, vaultRead: 8_388_608, vaultWrite: 16_777_216, full: 33_554_431 } as const;

export type NewAccount = {
  username?: string;
  /** Scope bits of its key; full access when left out. */
  scope?: number;
  /** Default: one active bronze subscription of `vaultSizeKb`. */
  subscriptions?: Subscription[];
  /** Size that the default subscription brings, KB; 100 GB when left out. */
  vaultSizeKb?: number;
  compedTier?: string | null;
  status?: WorldAccount['status'];
  grants?: number[];
  /** Hosts on which it is logged in; both when left out. */
  loggedInOn?: ('com' | 'red')[];
  id?: number;
};

/** A new account with the one key and session value that belong to it. */
type CreatedAccount = { account: WorldAccount; key: string; session: string };

export type Accounts = {
  create(options?: NewAccount): CreatedAccount;
  /** By user name; throws if there is none, so that a test's typing mistake is seen at once. */
  get(username: string): WorldAccount;
  list(): WorldAccount[];
  findById(id: number): WorldAccount | undefined;
  /** The account that a key belongs to, with the key's scope bits. */
  findByKey(key: string): { account: WorldAccount; scope: number } | undefined;
  findBySession(host: string, value: string): WorldAccount | undefined;
};

/** 32 hexadecimal characters like a personal API key; the same for the same name. */
export function keyFor(name: string): string {
  return createHash('md5').update(`sandbox key of ${name}`).digest('hex');
}

/** The session cookie's value for a user name; the same for the same name. */
export function sessionFor(name: string): string {
  return `sandbox-session-${name}`;
}

/** One active subscription in the yellow slot. */
export function subscription(tier: Subscription['tier'], vaultSizeKb: number | null): Subscription {
  return { buzzType: 'yellow', tier, status: 'active', vaultSizeKb };
}

const HUNDRED_GB = 104_857_600;

function buildAccount(id: number, options: NewAccount): CreatedAccount {
  const username = options.username ?? `member_${id}`;
  const [key, session] = [keyFor(username), sessionFor(username)];
  const hosts = options.loggedInOn ?? ['com', 'red'];
  return {
    key,
    session,
    account: {
      id,
      username,
      email: `${username}@sandbox.invalid`,
      keys: new Map([[key, options.scope ?? SCOPES.full]]),
      sessions: { com: hosts.includes('com') ? session : null, red: hosts.includes('red') ? session : null },
      subscriptions: options.subscriptions ?? [subscription('bronze', options.vaultSizeKb ?? HUNDRED_GB)],
      compedTier: options.compedTier ?? null,
      status: options.status ?? 'active',
      grants: new Set(options.grants),
    },
  };
}

/** An empty register of accounts; look-ups read the accounts as they are now, so that keys can be revoked by deleting them. */
export function createAccounts(): Accounts {
  const accounts: WorldAccount[] = [];
  let nextId = 500_001;
  return {
    create: (options = {}) => {
      const created = buildAccount(options.id ?? nextId++, options);
      if (accounts.some(({ username }) => username === created.account.username)) {
        throw new Error(`There is an account ${created.account.username} already`);
      }
      accounts.push(created.account);
      return created;
    },
    get: username => {
      const found = accounts.find(account => account.username === username);
      if (!found) throw new Error(`No account is called ${username}`);
      return found;
    },
    list: () => accounts,
    findById: id => accounts.find(account => account.id === id),
    findByKey: key => {
      const account = accounts.find(({ keys }) => keys.has(key));
      return account && { account, scope: account.keys.get(key) ?? 0 };
    },
    findBySession: (host, value) => {
      const domain = host === 'civitai.red' || host.endsWith('.civitai.red') ? 'red' : 'com';
      return accounts.find(({ sessions }) => sessions[domain] === value);
    },
  };
}
