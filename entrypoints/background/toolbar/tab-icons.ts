import { browser } from 'wxt/browser';
import { SITE_TABS } from '@/entrypoints/background/tabs/site-tabs';
import { type SummaryParts, summarizeTab } from '@/entrypoints/background/tabs/summarize-tab';
import { SEEN } from '@/utils/account/seen-concern';
import { paintTab, paintToolbar } from './toolbar';

/** What a page asks for comes in a row: it is looked at once, */
const SOON_MS = 300;
/** no more often than this while it goes on, since a page of many marks has much to name, and a first sync changes much, */
const BETWEEN_MS = 1_000;
/** and again when a model page has made sure which version it shows. */
const LATER_MS = 1_800;

const NO_TAB = -1;

/**
 * Keeps the icon of each tab true to its page. Nothing of it is stored: the page itself is asked, and the browser keeps what was
 * painted, so that a worker that is stopped loses nothing.
 */
export function createTabIcons(parts: SummaryParts) {
  const changed = createTimers(SOON_MS, BETWEEN_MS);
  const soon = createTimers(SOON_MS, BETWEEN_MS);
  const later = createTimers(LATER_MS);
  const paint = async (tabId: number): Promise<void> => {
    try {
      const summary = await summarizeTab(parts, tabId);
      if (summary.page !== 'elsewhere') await paintTab(tabId, summary);
    } catch {
      // The browser refuses storage: every page says so.
    }
  };
  const paintFront = async (): Promise<void> => {
    const shown = await browser.tabs.query({ url: SITE_TABS, active: true }).catch(() => []);
    await Promise.all(shown.map(({ id }) => id !== undefined && paint(id)));
  };
  const paintAll = async (): Promise<void> => {
    await Promise.all([paintToolbar(), paintFront()]);
  };
  return {
    /** A page has asked for something: it has loaded or moved on, or shows more. */
    pageSpoke(tabId: number): void {
      soon(tabId, () => void paint(tabId));
      later(tabId, () => void paint(tabId));
    },
    /** The vault, or what is known of it, has changed. Tabs in the background follow when the user comes to them. */
    changed: () => changed(NO_TAB, () => void paintAll()),
    /** Listens to tabs that come to the front and to what the user has seen. To be called while the worker starts. */
    listen(): void {
      browser.tabs.onActivated.addListener(({ tabId }) => void paint(tabId));
      browser.storage.onChanged.addListener(changes => SEEN in changes && void paintAll());
    },
    paintAll,
  };
}

/** Runs what was first given for a key, once for all calls within `ms`, and at least `betweenMs` after the last run. */
function createTimers(ms: number, betweenMs = 0): (key: number, act: () => void) => void {
  const running = new Set<number>();
  const ran = new Map<number, number>();
  return (key, act) => {
    if (running.has(key)) return;
    running.add(key);
    const now = performance.now();
    setTimeout(
      () => {
        running.delete(key);
        ran.set(key, performance.now());
        act();
      },
      Math.max(ms, (ran.get(key) ?? now - betweenMs) + betweenMs - now),
    );
  };
}
