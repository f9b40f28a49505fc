import { browser } from 'wxt/browser';
import { createSlots } from '@/entrypoints/background/timing/single-flight';
import { readSiteTab, SITE_TABS } from './site-tabs';
import { startInTab } from './start-in-tab';

const DONE = 'vaulted-tabs-asked';
/** Each starts with questions to the worker: more at a time would be a burst. */
const AT_ONCE = 3;
/** A page with a dialog open answers only once that is closed. The others don't wait for it. */
const LONGEST_MS = 3_000;

/** Starts Vaulted in hidden tabs when the user comes to them. To be called while the worker starts. */
export function watchHiddenTabs(): void {
  browser.tabs.onActivated.addListener(({ tabId }) => void startIn(tabId));
}

/**
 * Starts Vaulted in tabs that were open before it was installed, updated or enabled, which Chromium leaves bare. Those that are on
 * screen start now, a few at a time; for hidden ones, which may be many, see {@link watchHiddenTabs}.
 */
export async function startInOpenTabs(): Promise<void> {
  try {
    // It is empty after each of these, and filled while the extension runs, however often its worker is stopped.
    if ((await browser.storage.session.get(DONE))[DONE]) return;
    const shown = await browser.tabs.query({ url: SITE_TABS, active: true, discarded: false });
    const inSlot = createSlots(AT_ONCE);
    await Promise.all(shown.map(({ id }) => inSlot(() => Promise.race([startIn(id), wait(LONGEST_MS)]))));
    await browser.storage.session.set({ [DONE]: true });
  } catch {
    // The browser refuses storage: tabs start when the user next comes to them.
  }
}

async function startIn(tabId: number | undefined): Promise<void> {
  const tab = tabId === undefined ? undefined : await readSiteTab(tabId);
  if (tab) await startInTab(tab);
}

function wait(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
