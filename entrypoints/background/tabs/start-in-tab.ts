import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from '#imports';
import { askTab } from '@/utils/messages/tab-question';
import type { SiteTab } from './site-tabs';

/**
 * Starts Vaulted in a tab that was open before it, with the manifest's own scripts and styles, in the top frame and the isolated world.
 * Where it runs already, does nothing. Resolves once it has started, with false where the
 * browser refuses.
 */
export async function startInTab({ id, isLoading }: SiteTab): Promise<boolean> {
  try {
    // A loading page gets its scripts from the browser, if it has them still to come. This runs after them.
    if (isLoading) await browser.scripting.executeScript({ target: { tabId: id }, func: () => undefined });
    // A copy that comes in between, as Firefox's own do, ends one of the two (civitai.content/site/life.ts).
    if (!(await askTab(id))) await runScripts(id);
    return true;
  } catch {
    // An error page, one that has gone, or a site that the user has withheld.
    return false;
  }
}

async function runScripts(tabId: number): Promise<void> {
  const target = { tabId };
  for (const { matches = [], css = [], js = [] } of browser.runtime.getManifest().content_scripts ?? []) {
    const meant = await browser.tabs.query({ url: matches });
    if (!meant.some(({ id }) => id === tabId)) continue;
    if (css.length > 0) await browser.scripting.insertCSS({ target, files: css });
    if (js.length > 0) await browser.scripting.executeScript({ target, files: js.filter(isScript) });
  }
}

function isScript(path: string): path is ScriptPublicPath {
  return path.endsWith('.js');
}
