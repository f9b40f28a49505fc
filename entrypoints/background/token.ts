import { browser } from 'wxt/browser';
import { ONLY, openVaultDatabase, replaceAccount, type StoredAccount, type StoredToken } from './database';

/** Spaces, line breaks, and characters that can't be seen but come along when copying. */
const INVISIBLE = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/g;
const QUOTES = /^["'`\u2018\u2019\u201c\u201d\u00ab\u00bb ]+|["'`\u2018\u2019\u201c\u201d\u00ab\u00bb ]+$/g;

/**
 * The key in what a user pasted: without spaces, line breaks, quotes, invisible characters, `Authorization:` and `Bearer`.
 * `undefined` if nothing that could be a key is left. Real ones are 32 hex digits or start with `civitai_` (site-facts.md H.1, H.4).
 */
export function cleanKey(pasted: string): string | undefined {
  const key = pasted
    .replace(INVISIBLE, ' ')
    .replace(QUOTES, '')
    .replace(/^authorization ?: ?/i, '')
    .replace(/^bearer(?: ?: ?| )/i, '')
    .replace(QUOTES, '')
    .replaceAll(' ', '');
  return /^[\x21-\x7e]{8,512}$/.test(key) ? key : undefined;
}

/** The stored key and its session; with `session`, only if that is still the one signed in. Nothing else ever hands out the key. */
export async function readToken(session?: string): Promise<StoredToken | undefined> {
  const token = await (await openVaultDatabase()).get('token', ONLY);
  return session === undefined || token?.session === session ? token : undefined;
}

/** Stores a key that works, in place of everything that was stored before. Returns the new session. */
export async function storeToken(key: string, owner: Omit<StoredAccount, 'session' | 'keyTail'>): Promise<string> {
  const session = crypto.randomUUID();
  await replaceAccount({ token: { key, session }, account: { ...owner, session, keyTail: key.slice(-4) } });
  return session;
}

/** Forgets the key together with everything that was learned with it. */
export async function clearToken(): Promise<void> {
  await replaceAccount();
}

/**
 * Closes `storage.local` to content scripts where the browser can (Chromium). Firefox can't: nothing secret may be in there.
 * Rejects never; the key is not in there anyway.
 */
export async function lockStorage(): Promise<void> {
  const area: { setAccessLevel?: (options: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> } =
    browser.storage.local;
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => undefined);
}
