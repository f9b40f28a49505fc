import { browser } from 'wxt/browser';
import type { Snapshot } from '@/utils/account/account';
import { requestSiteAccess } from '@/utils/account/site-permission';
import { storedSnapshot } from '@/utils/account/snapshot';
import { onAnnouncement } from '@/utils/messages/announcements';
import { readPart } from '@/utils/messages/read-vault';
import { send } from '@/utils/messages/send';
import type { VaultHost } from './vault-host';

/** A download that has started is read to its end even if its address is taken back; this is long enough for it to start. */
const REVOKE_AFTER_MS = 60_000;

async function readSnapshot(): Promise<Snapshot | undefined> {
  try {
    return (await storedSnapshot.getValue()) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Without the "downloads" permission: a link is clicked, as the user would. */
function save(name: string, type: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), REVOKE_AFTER_MS);
}

/** The real world: the browser, and the background behind it. */
export const browserHost: VaultHost = {
  readSnapshot,
  readPart,
  refresh: () => send('refresh-account'),
  refreshNow: what => void send('refresh-now', { what }),
  onAnnouncement,
  offer: versionId => send('version-availability', { versionId }),
  offers: versions => send('availabilities', { versions: [...versions] }),
  siteAccount: () => send('site-account'),
  remove: (versionId, confirmedAt, session) =>
    send('submit-intent', { session, versionId, target: 'out', confirmedAt }),
  save,
  requestSiteAccess,
  signInPage: `${browser.runtime.getURL('/popup.html')}?tab`,
  now: () => Date.now(),
};
