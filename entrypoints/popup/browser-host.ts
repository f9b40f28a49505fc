import { browser } from 'wxt/browser';
import type { Snapshot } from '@/utils/account';
import { listen } from '@/utils/announcements';
import { send } from '@/utils/send';
import { storedSnapshot } from '@/utils/snapshot';
import { loadSettings, saveSettings } from '@/utils/stored-settings';
import { askTab } from '@/utils/tab-question';
import type { PageNow, PopupHost } from './popup-host';

const SITE = { origins: ['https://civitai.com/*', 'https://civitai.red/*'] };
const SITE_PAGE = /^https:\/\/civitai\.(?:com|red)\//;

async function readSnapshot(): Promise<Snapshot | undefined> {
  try {
    return (await storedSnapshot.getValue()) ?? undefined;
  } catch {
    return undefined;
  }
}

async function lookAtPage(): Promise<PageNow> {
  try {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    // Without the "tabs" permission the browser names the URL of the permitted hosts' tabs only: just what is needed.
    if (tab?.id === undefined || !SITE_PAGE.test(tab.url ?? '')) return { kind: 'elsewhere' };
    const answer = await askTab(tab.id);
    if (answer) return { kind: 'here', answer };
    return tab.status === 'complete' ? { kind: 'silent', tabId: tab.id } : { kind: 'loading' };
  } catch {
    return { kind: 'elsewhere' };
  }
}

async function hasSiteAccess(): Promise<boolean> {
  try {
    return await browser.permissions.contains(SITE);
  } catch {
    return true;
  }
}

async function requestSiteAccess(): Promise<boolean> {
  try {
    return await browser.permissions.request(SITE);
  } catch {
    return false;
  }
}

async function closeTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

/** The real world: the browser, and the background behind it. */
export const browserHost: PopupHost = {
  readSnapshot,
  refresh: () => send('refresh'),
  signIn: key => send('sign-in', { key }),
  signOut: async () => void (await send('sign-out')),
  listen,
  lookAtPage,
  reloadTab: async tabId => void (await browser.tabs.reload(tabId)),
  hasSiteAccess,
  requestSiteAccess,
  closeTab,
  loadSettings,
  saveSettings: settings => saveSettings(settings).catch(() => undefined),
  version: () => browser.runtime.getManifest().version,
  now: () => Date.now(),
};
