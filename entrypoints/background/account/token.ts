import { browser } from 'wxt/browser';
import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import { ONLY, type StoredAccount } from '@/entrypoints/background/storage/schema';
import { replaceAccount } from '@/entrypoints/background/storage/session-writes';
import { isRecord } from '@/utils/is-record';

const BRIEF = 'vaulted-key';

/** A key and its session. */
export type Token = { key: string; session: string };

function isToken(value: unknown): value is Token {
  return isRecord(value) && typeof value.key === 'string' && typeof value.session === 'string';
}

/** The stored key and its session; with `session`, only if that one is still signed in. No other function hands out the key. */
export async function readToken(session?: string): Promise<Token | undefined> {
  const stored = await (await openVaultDatabase()).get('token', ONLY);
  // No content script can read this memory: Chromium closes it to them, Firefox has none for them.
  const token = stored?.key === undefined ? (await browser.storage.session.get(BRIEF))[BRIEF] : stored;
  const isRight = isToken(token) && token.session === stored?.session;
  return isRight && (session === undefined || token.session === session) ? token : undefined;
}

/** Stores a key that works, in place of everything that was stored before. Returns the new session. */
export async function storeToken(key: string, owner: Omit<StoredAccount, 'session' | 'keyTail'>): Promise<string> {
  const session = crypto.randomUUID();
  await browser.storage.session.remove(BRIEF);
  if (owner.isBrief) await browser.storage.session.set({ [BRIEF]: { key, session } });
  const token = owner.isBrief ? { session } : { key, session };
  await replaceAccount({ token, account: { ...owner, session, keyTail: key.slice(-4) } });
  return session;
}

/** Forgets the key together with everything that was read with it. */
export async function clearToken(): Promise<void> {
  await replaceAccount();
  await browser.storage.session.remove(BRIEF);
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
