import { until } from '@/tests/e2e/support/wait.ts';

/** Runs an expression with the browser's own rights and returns its value, a string. */
export type RunInBrowser = (expression: string) => Promise<string>;

const MANAGER = `ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs').AddonManager`;

/** What ends the extension's life in Firefox, and begins the next one; `readHost` learns its new address. */
export function restartControls(inBrowser: RunInBrowser, id: () => string, readHost: () => Promise<void>) {
  /** Does it to the extension as about:addons does, and waits until it runs or is off. */
  const manage = async (act: string, isActive: boolean) => {
    const quoted = JSON.stringify(id());
    await inBrowser(`${MANAGER}.getAddonByID(${quoted}).then(addon => addon.${act}())`);
    await until(`the extension to be ${isActive ? 'on' : 'off'}`, async () => {
      return (await inBrowser(`Boolean(WebExtensionPolicy.getByID(${quoted})?.active)`)) === String(isActive);
    });
    if (isActive) await readHost();
  };
  return {
    reload: () => manage('reload', true),
    setEnabled: (isEnabled: boolean) => manage(isEnabled ? 'enable' : 'disable', isEnabled),
  };
}

/** Discards the tab whose address begins like this, as `tabs.discard` does it. */
export async function discardInFirefox(inBrowser: RunInBrowser, address: string): Promise<void> {
  const tab = `gBrowser.tabs.find(tab => tab.linkedBrowser.currentURI.spec.startsWith(${JSON.stringify(address)}))`;
  const isDiscarded = await inBrowser(`(async tab => {
    gBrowser.selectedTab = gBrowser.tabs.find(other => other !== tab);
    await gBrowser.prepareDiscardBrowser(tab);
    return gBrowser.discardBrowser(tab);
  })(${tab})`);
  if (isDiscarded !== 'true') throw new Error(`Firefox keeps the page at ${address}`);
}
