import type { Snapshot } from '@/utils/account';
import { listen } from '@/utils/announcements';
import { send } from '@/utils/send';
import { storedSnapshot } from '@/utils/snapshot';
import type { VaultHost } from './vault-host';

async function readSnapshot(): Promise<Snapshot | undefined> {
  try {
    return (await storedSnapshot.getValue()) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The real world: the browser, and the background behind it. */
export const browserHost: VaultHost = {
  readSnapshot,
  readItems: after => send('items', after === undefined ? {} : { after }),
  refresh: () => send('refresh'),
  listen,
  now: () => Date.now(),
};
