import { browser } from 'wxt/browser';
import { isRecord } from '@/utils/is-record';
import type { ToldResult } from '@/utils/messages/protocol';

const KEY = 'vaulted-told';
/** The popup has room for these. */
const LAST = 3;

/** A result and whose it is; signed out, it has none. */
type Kept = ToldResult & { session?: string };

/**
 * The last results of menu and keys, the newest first: of that sign-in alone. They are kept until the browser closes, in memory that no
 * content script can read.
 */
export async function readTold(session: string | undefined): Promise<ToldResult[]> {
  const stored: unknown = (await browser.storage.session.get(KEY))[KEY];
  const kept = Array.isArray(stored) ? stored.filter(isKept) : [];
  return kept.filter(each => each.session === session);
}

/** Keeps one more; those of other sign-ins go. */
export async function keepTold(session: string | undefined, told: ToldResult): Promise<void> {
  const kept = [{ ...told, ...(session !== undefined && { session }) }, ...(await readTold(session))];
  await browser.storage.session.set({ [KEY]: kept.slice(0, LAST) });
}

function isKept(value: unknown): value is Kept {
  return isRecord(value) && typeof value.text === 'string' && typeof value.at === 'number';
}
