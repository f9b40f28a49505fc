import { vi } from 'vitest';
import { type Account, createAccount } from '@/entrypoints/background/account/account';
import { createLoginReads } from '@/entrypoints/background/account/login-session';
import { createCivitaiApi } from '@/entrypoints/background/api/civitai-api';
import { createLoginApi } from '@/entrypoints/background/api/login/login-api';
import { createFakeFetch, createTransport, json, KEY, NOW } from '@/tests/unit/background/api/fake-fetch';
import type { Connection } from '@/utils/account/account';

export const READ_ONLY = 8_388_608 + 1;
const FULL = 25_165_825;

export const OTHER_KEY = 'fedcba9876543210fedcba9876543210';
/** What is stored of a member beside the key. */
export const OWNER = { refused: false, username: 'ada', membership: 'unknown', canWrite: true } as const;

type Answer = () => Response | Promise<Response>;

/** What the site answers, by the last part of the address. Change it at any time. */
export type Site = { me: Answer; get: Answer; all: Answer; 'check-vault': Answer; session: Answer };

/** A site with one member. */
export function memberSite(changes: Partial<Site> = {}): Site {
  const vault = { userId: 3, storageKb: 1000, usedStorageKb: 250, meta: {}, updatedAt: '2026-11-01T00:00:00.000Z' };
  return {
    me: () => json({ id: 3, username: 'ada', tier: 'gold', tokenScope: FULL }),
    get: () => json({ vault }),
    all: () => json({ items: [], totalItems: 42, currentPage: 1, pageSize: 1, totalPages: 42 }),
    session: () => json({}),
    'check-vault': () => json([{ modelVersionId: 1, vaultItem: null }]),
    ...changes,
  };
}

export const unauthorized: Answer = () => json({ error: 'Unauthorized' }, 401);

/** The real account over the real API over a fake `fetch`. `announced` is what pages heard, in order. */
export function createFakeAccount(
  site: Site,
  onConnect: (getToken: () => Promise<string | undefined>) => void = () => {},
) {
  const fetch = createFakeFetch((url): Response | Promise<Response> => {
    const name = url.pathname.split('/').pop();
    if (name === 'me' || name === 'get' || name === 'all' || name === 'check-vault' || name === 'session')
      return site[name]();
    return json({ error: 'unknown' }, 404);
  });
  const announced: Connection[] = [];
  const clock = { now: NOW };
  const endSession = vi.fn();
  const snapshotChanged = vi.fn();
  const confirmLater = vi.fn();
  const now = () => clock.now;
  const api = createLoginApi({ fetch, now });
  const readsOf = createLoginReads(api, { now, found: (session, user) => account.foundUser(session, user) });
  const account: Account = createAccount({
    connect: getToken => {
      onConnect(getToken);
      return createCivitaiApi(createTransport(fetch, { getToken, now: () => clock.now }));
    },
    now: () => clock.now,
    endSession,
    connectionChanged: connection => void announced.push(connection),
    snapshotChanged,
    login: { api, readsOf, confirmLater },
  });
  const asked = () => fetch.sent.map(({ url }) => new URL(url).pathname.split('/').pop());
  return { account, readsOf, confirmLater, fetch, asked, announced, clock, endSession, snapshotChanged };
}

/** A promise and what settles it. */
export function createGate(): { open: () => void; opened: Promise<void> } {
  let open = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { open, opened };
}

/** Signs in with {@link KEY}; throws if that fails. */
export async function signedIn(account: Account): Promise<Extract<Connection, { kind: 'signed-in' }>> {
  const result = await account.signIn(KEY);
  if (!result.ok || result.value.kind !== 'signed-in') throw new Error('not signed in');
  return result.value;
}
