import { browser } from 'wxt/browser';
import type { Snapshot } from '@/utils/account/account';
import { requestSiteAccess } from '@/utils/account/site-permission';
import { storedSnapshot } from '@/utils/account/snapshot';
import { onAnnouncement } from '@/utils/messages/announcements';
import { ask } from '@/utils/messages/ask';
import { historyMessages } from '@/utils/messages/history';
import { keepOneMessages } from '@/utils/messages/keep-one';
import { radarMessages } from '@/utils/messages/radar-messages';
import { readPart } from '@/utils/messages/read-vault';
import { removalMessages } from '@/utils/messages/removals';
import {
  availabilities,
  refreshAccount,
  refreshNow,
  siteAccount,
  submitIntent,
  versionAvailability,
} from '@/utils/messages/rows/requests';
import { changeCommands, readCommands } from './commands';
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
  refresh: () => ask(refreshAccount),
  refreshNow: what => void ask(refreshNow, { what }),
  onAnnouncement,
  ...keepOneMessages,
  ...removalMessages,
  ...radarMessages,
  ...historyMessages,
  versionAvailability: versionId => ask(versionAvailability, { versionId }),
  availabilities: (versions, isFresh = false) => ask(availabilities, { versions: [...versions], isFresh }),
  siteAccount: () => ask(siteAccount),
  remove: (versionId, confirmedAt, session) =>
    ask(submitIntent, { session, versionId, target: 'out', confirmedAt, isOfList: true }),
  add: (session, { versionId, ...known }) => ask(submitIntent, { session, versionId, target: 'in', ...known }),
  save,
  readCommands,
  changeCommands,
  requestSiteAccess,
  settingsPage: `${browser.runtime.getURL('/popup.html')}?tab=settings`,
  signInPage: `${browser.runtime.getURL('/popup.html')}?tab`,
  now: () => Date.now(),
};
