import { browser } from 'wxt/browser';
import { isRecord } from '@/utils/is-record';

/** Outside of the database, so that it is known when that one is gone. Nothing in it is secret. */
const KEY = 'vaulted-store';

/** A store that was lost has taken its journal along: what was sent a moment before is not known any more. */
type StoreAge = { lostAt?: number };

async function read(): Promise<StoreAge | undefined> {
  const value = (await browser.storage.local.get(KEY))[KEY];
  if (!isRecord(value)) return undefined;
  return typeof value.lostAt === 'number' ? { lostAt: value.lostAt } : {};
}

/**
 * A database is about to be created. If there has been one before that left nothing, it is lost, and the time (epoch ms) is written down.
 * Rejects only if that can't be. Returns what takes it back where none was created.
 */
export async function noteCreation(hasFormer: boolean, now = Date.now()): Promise<() => Promise<void>> {
  const before = await read();
  const isLost = !hasFormer && before !== undefined;
  const writing = browser.storage.local.set({ [KEY]: isLost ? { lostAt: now } : {} });
  // Without a loss there is nothing to be careful about.
  await (isLost ? writing : writing.catch(() => undefined));
  return () => (before ? browser.storage.local.set({ [KEY]: before }) : browser.storage.local.remove(KEY));
}

/** When the store before this one was lost, epoch ms; `undefined`: it never was. Never rejects: where it can't be read, it was just now. */
export async function readLoss(now = Date.now()): Promise<number | undefined> {
  try {
    return (await read())?.lostAt;
  } catch {
    return now;
  }
}
