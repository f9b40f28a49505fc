import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '@/entrypoints/background/index';

/** Events that wake a worker; what listens to menus, commands and the address bar is in anywhere/. */
const WAKING = [
  () => browser.runtime.onMessage,
  () => browser.runtime.onInstalled,
  () => browser.runtime.onStartup,
  () => browser.alarms.onAlarm,
  () => browser.tabs.onActivated,
  () => browser.storage.onChanged,
];

describe('a worker that starts', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    // As in Firefox for Android.
    Object.assign(fakeBrowser, { contextMenus: undefined, commands: undefined, omnibox: undefined });
    Object.assign(browser.storage.local, { setAccessLevel: undefined });
    vi.useFakeTimers();
    vi.stubGlobal('addEventListener', () => undefined);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    fakeBrowser.reset();
  });

  it('listens at once to all that may have woken it, and looks at the tabs only after that is answered', async () => {
    const looked = vi.spyOn(browser.tabs, 'query');
    background.main();
    expect(WAKING.map(event => event().hasListeners())).toEqual(WAKING.map(() => true));
    await vi.advanceTimersByTimeAsync(150);
    expect(looked).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    expect(looked).toHaveBeenCalled();
  });
});
