import { browser } from 'wxt/browser';
import { openSignIn as openSignInTab } from '@/entrypoints/background/account/sign-in-tab';
import { openItem } from '@/utils/messages/radar-requests';
import { loadOnDemandScript, openSignIn, userSettings } from '@/utils/messages/requests';
import { loadSettings } from '@/utils/settings/stored-settings';
import { endpoint } from './endpoint';
import { hasVersionId, isAbsent } from './guards';

/** What a content script can't do itself. */
export function siteEndpoints() {
  return [
    endpoint(userSettings, isAbsent, loadSettings),
    endpoint(openSignIn, isAbsent, openSignInTab),
    endpoint(openItem, hasVersionId, async ({ versionId }) => {
      await browser.tabs.create({ url: `${browser.runtime.getURL('/vault.html')}?version=${versionId}` });
      return undefined;
    }),
    endpoint(loadOnDemandScript, isAbsent, (_, { tabId }) => runOnDemandScript(tabId)),
  ];
}

/** Runs the on-demand script in a tab's page. Rejects where the page has gone, or the user has withheld the site. */
async function runOnDemandScript(tabId: number | undefined): Promise<Record<string, never>> {
  if (tabId === undefined) throw new Error('Only a tab has a page to look at');
  await browser.scripting.executeScript({ target: { tabId }, files: ['/on-demand.js'] });
  return {};
}
