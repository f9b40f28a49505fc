import { browser } from 'wxt/browser';
import { isRecord } from '@/utils/is-record';
import type { MenuResult } from '@/utils/messages/protocol';

const KEY = 'vaulted-results';
/** The popup has room for these. */
const LAST = 3;

/** A result and whose it is; signed out, it has none. */
type Kept = MenuResult & { session?: string };

/**
 * The last results of menu and keys, the newest first: of that sign-in alone. They are kept until the browser closes, in memory that no
 * content script can read.
 */
export async function readResults(session: string | undefined): Promise<MenuResult[]> {
  const stored: unknown = (await browser.storage.session.get(KEY))[KEY];
  const kept = Array.isArray(stored) ? stored.filter(isKept) : [];
  return kept.filter(each => each.session === session);
}

/** Keeps one more; those of other sign-ins go. */
export async function keepResult(session: string | undefined, results: MenuResult): Promise<void> {
  const kept = [{ ...results, ...(session !== undefined && { session }) }, ...(await readResults(session))];
  await browser.storage.session.set({ [KEY]: kept.slice(0, LAST) });
}

function isKept(value: unknown): value is Kept {
  return isRecord(value) && typeof value.text === 'string' && typeof value.at === 'number';
}
