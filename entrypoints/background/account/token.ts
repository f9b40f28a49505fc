import { browser } from 'wxt/browser';
import type { SiteUser } from '@/entrypoints/background/api/schemas/user-schemas';
import { dropKeysBut, readKey, writeKey } from '@/entrypoints/background/storage/key-store';
import { ONLY, type StoredAccount, type VaultedDatabase } from '@/entrypoints/background/storage/schema';
import { replaceAccount } from '@/entrypoints/background/storage/session-writes';
import { readSmallStore, withDatabase } from '@/entrypoints/background/storage/small-store';
import { isRecord } from '@/utils/is-record';

const BRIEF = 'vaulted-key';

/** A key and its session. */
export type Token = { key: string; session: string };

function isToken(value: unknown): value is Token {
  return isRecord(value) && typeof value.key === 'string' && typeof value.session === 'string';
}

/** The key that was read through a connection: every request asks for it. */
const known = new WeakMap<VaultedDatabase, Token>();

/** The stored key and its session; with `session`, only if that one is still signed in. No other function hands out the key. */
export async function readToken(session?: string): Promise<Token | undefined> {
  return withDatabase(
    database => readStoredToken(database, session),
    async () => {
      const { account } = await readSmallStore();
      const isOver = !account || (session !== undefined && account.session !== session);
      return isOver ? undefined : readBrief(account.session);
    },
  );
}

async function readStoredToken(database: VaultedDatabase, session: string | undefined): Promise<Token | undefined> {
  const stored = await database.get('token', ONLY);
  if (!stored || stored.isLogin || (session !== undefined && stored.session !== session)) return undefined;
  if (stored.isBrief) return readBrief(stored.session);
  if (known.get(database)?.session !== stored.session) {
    const key = await readKey(stored.session);
    if (key === undefined) return undefined;
    known.set(database, { key, session: stored.session });
  }
  return known.get(database);
}

/** No content script can read this memory: Chromium closes it to them, Firefox has none for them. */
async function readBrief(session: string): Promise<Token | undefined> {
  const token = (await browser.storage.session.get(BRIEF))[BRIEF];
  return isToken(token) && token.session === session ? token : undefined;
}

/**
 * Stores a key that works, in place of everything that was stored before. Returns the new session. The key of the session before is
 * deleted last: stopped at any moment, one of the two is signed in, and the other is gone with the next start.
 */
export async function storeToken(key: string, owner: Omit<StoredAccount, 'session' | 'keyTail'>): Promise<string> {
  const session = crypto.randomUUID();
  // Opening the database deletes keys that no session has yet. Without one there is no place on the disk.
  const isBrief =
    owner.isBrief ||
    (await withDatabase(
      async () => false,
      () => true,
    ));
  await browser.storage.session.remove(BRIEF);
  if (isBrief) await browser.storage.session.set({ [BRIEF]: { key, session } });
  else await writeKey(session, key);
  try {
    const token = { session, ...(isBrief && { isBrief }) };
    const kept = isBrief ? { ...owner, isBrief } : owner;
    await replaceAccount({ token, account: { ...kept, session, keyTail: key.slice(-4) } });
  } finally {
    await dropOldKeys();
  }
  return session;
}

/** True for a session that reads with the site's own login, and has no key. */
export async function isLoginSession(session: string): Promise<boolean> {
  const stored = await withDatabase(
    database => database.get('token', ONLY),
    async () => undefined,
  );
  return stored?.session === session && stored.isLogin === true;
}

/** Stores that the vault is read with the site's login, of this user, in place of everything that was stored before. */
export async function storeLogin({ userId, username }: SiteUser): Promise<void> {
  const session = crypto.randomUUID();
  const state = { refused: false, membership: 'unknown', canWrite: false, isLogin: true, keyTail: '' } as const;
  await browser.storage.session.remove(BRIEF);
  await replaceAccount({
    token: { session, isLogin: true },
    account: { ...state, session, userId, ...(username !== undefined && { username }) },
  });
  await dropOldKeys();
}

/** Forgets the key together with everything that was read with it. */
export async function clearToken(): Promise<void> {
  await replaceAccount();
  await browser.storage.session.remove(BRIEF);
  await dropOldKeys();
}

function dropOldKeys(): Promise<void> {
  return withDatabase(
    async database => {
      known.delete(database);
      await dropKeysBut((await database.get('token', ONLY))?.session);
    },
    () => undefined,
  );
}

/** Forgets everything of an account whose key was to last until the browser closed, once it has. True: there was such a key. */
export async function dropForgotten(account: StoredAccount | undefined): Promise<boolean> {
  if (!account?.isBrief || account.isForgotten || (await readToken())) return false;
  const empty = { session: '', keyTail: '', refused: false, membership: 'unknown', canWrite: false } as const;
  await replaceAccount({ account: { ...empty, isForgotten: true } });
  return true;
}

/**
 * Closes `storage.local` to content scripts where the browser can (Chromium). Firefox can't: nothing secret may be in there. Never
 * rejects, because the key is elsewhere anyway.
 */
export async function lockStorage(): Promise<void> {
  const area: { setAccessLevel?: (options: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> } =
    browser.storage.local;
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => undefined);
}
