import { browser } from 'wxt/browser';
import { type Concern, seenConcern } from '@/utils/account/seen-concern';
import { hasSiteAccess, requestSiteAccess } from '@/utils/account/site-permission';
import { type Figures, readFigures } from '@/utils/account/snapshot';
import { onAnnouncement } from '@/utils/messages/announcements';
import { ask } from '@/utils/messages/ask';
import { keepOneMessages } from '@/utils/messages/keep-one';
import type { CachedItems } from '@/utils/messages/protocol';
import { radarMessages } from '@/utils/messages/radar-messages';
import { readVault } from '@/utils/messages/read-vault';
import {
  refreshAccount,
  refreshNow,
  signIn,
  signOut,
  startAfresh,
  versionAvailability,
} from '@/utils/messages/requests';
import { askTab } from '@/utils/messages/tab-question';
import type { Settings } from '@/utils/settings/settings';
import { loadSettings, saveSettings } from '@/utils/settings/stored-settings';
import type { PageNow, PopupHost } from './popup-host';

const SITE_PAGE = /^https:\/\/civitai\.(?:com|red)\//;

async function readStoredFigures(): Promise<Figures> {
  try {
    return await readFigures();
  } catch {
    return { snapshot: undefined, summary: undefined };
  }
}

async function readItems(): Promise<CachedItems | undefined> {
  const vault = await readVault();
  return vault.ok ? vault.value : undefined;
}

async function noteSeen(concern: Concern): Promise<void> {
  try {
    await seenConcern.setValue(concern, (await readFigures()).snapshot?.isBrief);
    await browser.action.setBadgeText({ text: '' });
  } catch {
    // The toolbar goes on reporting it.
  }
}

async function readPage(): Promise<PageNow> {
  try {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    // Without the "tabs" permission the browser gives the URL of the permitted hosts' tabs only, which is enough.
    if (tab?.id === undefined || !SITE_PAGE.test(tab.url ?? '')) return { kind: 'elsewhere' };
    const answer = await askTab(tab.id);
    if (answer) return { kind: 'here', answer };
    return tab.status === 'complete' ? { kind: 'silent', tabId: tab.id } : { kind: 'loading' };
  } catch {
    return { kind: 'elsewhere' };
  }
}

async function closeTab(): Promise<void> {
  try {
    const tab = await browser.tabs.getCurrent();
    if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
  } catch {
    // The tab is closed already.
  }
}

async function openTab(): Promise<void> {
  try {
    await browser.tabs.create({ url: `${browser.runtime.getURL('/popup.html')}?tab` });
    window.close();
  } catch {
    // The window has closed, and this popup with it.
  }
}

async function reloadTab(tabId: number): Promise<void> {
  try {
    await browser.tabs.reload(tabId);
  } catch {
    // The tab has closed: the next question is about another.
  }
}

async function storeSettings(settings: Settings): Promise<boolean> {
  try {
    await saveSettings(settings);
    return true;
  } catch {
    return false;
  }
}

/** The host in production: the browser and the background. */
export const browserHost: PopupHost = {
  readFigures: readStoredFigures,
  readItems,
  refresh: () => ask(refreshAccount),
  refreshList: () => void ask(refreshNow, { what: 'list' }),
  signIn: (key, isBrief) => ask(signIn, { key, isBrief }),
  signOut: async () => void (await ask(signOut)),
  startAfresh: async () => void (await ask(startAfresh)),
  onAnnouncement,
  versionAvailability: versionId => ask(versionAvailability, { versionId }),
  ...keepOneMessages,
  readFindings: radarMessages.readFindings,
  markGoneSeen: radarMessages.markGoneSeen,
  noteSeen,
  openTab,
  readPage,
  reloadTab,
  hasSiteAccess,
  requestSiteAccess,
  closeTab,
  loadSettings,
  saveSettings: storeSettings,
  version: () => browser.runtime.getManifest().version,
  now: () => Date.now(),
};
