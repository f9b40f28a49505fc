import { browser } from 'wxt/browser';
import { openSignIn as openSignInTab } from '@/entrypoints/background/account/sign-in-tab';
import { type SummaryParts, summarizeTab } from '@/entrypoints/background/tabs/summarize-tab';
import { isRecord } from '@/utils/is-record';
import { loadOnDemandScript, openSignIn, userSettings } from '@/utils/messages/requests';
import { tabSummary } from '@/utils/messages/tab-requests';
import { loadSettings } from '@/utils/settings/stored-settings';
import { endpoint } from './endpoint';
import { isAbsent } from './guards';

export type SiteServices = SummaryParts;

/** What a content script can't do itself, and what the worker asks of it. */
export function siteEndpoints(services: SiteServices) {
  return [
    endpoint(userSettings, isAbsent, loadSettings),
    endpoint(openSignIn, isAbsent, openSignInTab),
    endpoint(loadOnDemandScript, isAbsent, (_, { tabId }) => runOnDemandScript(tabId)),
    endpoint(tabSummary, isTab, ({ tabId }) => summarizeTab(services, tabId)),
  ];
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
