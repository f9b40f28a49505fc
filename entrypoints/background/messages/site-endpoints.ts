import { browser } from 'wxt/browser';
import type { Account } from '@/entrypoints/background/account/account';
import { signedInOf } from '@/entrypoints/background/account/account-store';
import { openSignIn as openSignInTab } from '@/entrypoints/background/account/sign-in-tab';
import { type SummaryParts, summarizeTab } from '@/entrypoints/background/tabs/summarize-tab';
import { isRecord } from '@/utils/is-record';
import { openFreeUp, openItem } from '@/utils/messages/rows/radar-requests';
import { loadOnDemandScript, openSignIn, userSettings } from '@/utils/messages/rows/requests';
import { tabSummary } from '@/utils/messages/rows/tab-requests';
import { loadSettings } from '@/utils/settings/stored-settings';
import { type SpaceAsked, writeSpaceAsked } from '@/utils/vault-view/free-up-url';
import { endpoint } from './endpoint';
import { hasVersionId, isAbsent } from './guards';

export type SiteServices = SummaryParts & { account: Pick<Account, 'connection'> };

/** What a content script can't do itself, and what the worker asks of it. */
export function siteEndpoints(services: SiteServices) {
  const { account } = services;
  return [
    endpoint(userSettings, isAbsent, loadSettings),
    endpoint(openSignIn, isAbsent, async () => openSignInTab(signedInOf(await account.connection())?.isLogin)),
    endpoint(openItem, hasVersionId, ({ versionId }) => openVaultPage(`version=${versionId}`)),
    endpoint(openFreeUp, isSpaceAsked, asked => openVaultPage(writeSpaceAsked(asked))),
    endpoint(loadOnDemandScript, isAbsent, (_, { tabId }) => runOnDemandScript(tabId)),
    endpoint(tabSummary, isTab, ({ tabId }) => summarizeTab(services, tabId)),
  ];
}

async function openVaultPage(query: string): Promise<undefined> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/vault.html')}?${query}` });
}

function isSpaceAsked(arg: unknown): arg is SpaceAsked {
  return isRecord(arg) && typeof arg.neededKb === 'number' && hasVersionId(arg.wanted);
}

function isTab(arg: unknown): arg is { tabId?: number } {
  return isRecord(arg) && (arg.tabId === undefined || Number.isInteger(arg.tabId));
}

/** Runs the on-demand script in a tab's page. Rejects where the page has gone, or the user has withheld the site. */
async function runOnDemandScript(tabId: number | undefined): Promise<Record<string, never>> {
  if (tabId === undefined) throw new Error('Only a tab has a page to look at');
  await browser.scripting.executeScript({ target: { tabId }, files: ['/on-demand.js'] });
  return {};
}
