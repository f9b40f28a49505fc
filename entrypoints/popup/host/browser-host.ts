import { browser } from 'wxt/browser';
import { type Concern, seenConcern } from '@/utils/account/seen-concern';
import { hasSiteAccess, requestSiteAccess } from '@/utils/account/site-permission';
import { type Figures, readFigures } from '@/utils/account/snapshot';
import type { UsableLogin } from '@/utils/account/usable-login';
import { onAnnouncement } from '@/utils/messages/announcements';
import { ask } from '@/utils/messages/ask';
import { keepOneMessages } from '@/utils/messages/keep-one';
import type { CachedItems } from '@/utils/messages/protocol';
import { radarMessages } from '@/utils/messages/radar-messages';
import { readVault } from '@/utils/messages/read-vault';
import { removalMessages } from '@/utils/messages/removals';
import { showWithLogin, usableLogin } from '@/utils/messages/rows/login-requests';
import {
  refreshAccount,
  refreshNow,
  signIn,
  signOut,
  startAfresh,
  submitIntent,
  versionAvailability,
} from '@/utils/messages/rows/requests';
import { tabSummary } from '@/utils/messages/rows/tab-requests';
import type { TabSummary } from '@/utils/messages/tab-summary';
import type { Settings } from '@/utils/settings/settings';
import { loadSettings, saveSettings } from '@/utils/settings/stored-settings';
import { family, isPinned } from './browser-window';
import type { PopupHost } from './popup-host';
import { closeTab, openTab, reloadTab } from './tabs';

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

/** The worker asks with the cookies of the windows that are not private. */
async function readUsableLogin(): Promise<UsableLogin> {
  const here = await browser.windows?.getCurrent().catch(() => undefined);
  if (here?.incognito || browser.extension.inIncognitoContext) return { isPrivate: true };
  const answer = await ask(usableLogin);
  return answer.ok ? answer.value : {};
}

async function noteSeen(concern: Concern): Promise<Concern> {
  try {
    const before = await seenConcern.getValue();
    await seenConcern.setValue(concern, (await readFigures()).snapshot?.isBrief);
    await browser.action.setBadgeText({ text: '' });
    return before;
  } catch {
    // The toolbar goes on reporting it.
    return concern;
  }
}

async function readPage(): Promise<TabSummary | undefined> {
  const answer = await ask(tabSummary, {});
  return answer.ok ? answer.value : undefined;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
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
  usableLogin: readUsableLogin,
  showWithLogin: () => ask(showWithLogin),
  signOut: async () => void (await ask(signOut)),
  startAfresh: async () => void (await ask(startAfresh)),
  onAnnouncement,
  versionAvailability: versionId => ask(versionAvailability, { versionId }),
  ...keepOneMessages,
  ...removalMessages,
  readFindings: radarMessages.readFindings,
  markGoneSeen: radarMessages.markGoneSeen,
  noteSeen,
  openTab,
  readPage,
  add: ({ versionId, modelId, modelName, versionName, need }, session) =>
    ask(submitIntent, {
      session,
      versionId,
      modelId,
      target: 'in',
      ...(modelName && { modelName }),
      ...(versionName && { versionName }),
      ...(need && { need }),
    }),
  copy,
  isPinned,
  family,
  reloadTab,
  hasSiteAccess,
  requestSiteAccess,
  closeTab,
  loadSettings,
  saveSettings: storeSettings,
  version: () => browser.runtime.getManifest().version,
  now: () => Date.now(),
};
