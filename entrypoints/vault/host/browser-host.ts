import { browser } from 'wxt/browser';
import type { Snapshot } from '@/utils/account/account';
import { requestSiteAccess } from '@/utils/account/site-permission';
import { storedSnapshot } from '@/utils/account/snapshot';
import { onAnnouncement } from '@/utils/messages/announcements';
import { keepOneMessages } from '@/utils/messages/keep-one';
import { readPart } from '@/utils/messages/read-vault';
import { send } from '@/utils/messages/send';
import type { VaultHost } from './vault-host';

/** Long enough for a download to start; once started, it ends even if its address is revoked. */
const REVOKE_AFTER_MS = 60_000;

async function readSnapshot(): Promise<Snapshot | undefined> {
  try {
    return (await storedSnapshot.getValue()) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Clicks a link as the user would: that needs no "downloads" permission. */
function save(name: string, type: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), REVOKE_AFTER_MS);
}

/** The host in production: the browser and the background. */
export const browserHost: VaultHost = {
  readSnapshot,
  readPart,
  refresh: () => send('refresh-account'),
  refreshNow: what => void send('refresh-now', { what }),
  onAnnouncement,
  ...keepOneMessages,
  versionAvailability: versionId => send('version-availability', { versionId }),
  availabilities: versions => send('availabilities', { versions: [...versions] }),
  siteAccount: () => send('site-account'),
  remove: (versionId, confirmedAt, session) =>
    send('submit-intent', { session, versionId, target: 'out', confirmedAt }),
  save,
  requestSiteAccess,
  signInPage: `${browser.runtime.getURL('/popup.html')}?tab`,
  now: () => Date.now(),
};
