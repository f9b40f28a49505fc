import { browser } from 'wxt/browser';
import { keepTold } from '@/entrypoints/background/history/told-results';
import { SITE_TABS } from '@/entrypoints/background/tabs/site-tabs';
import { AMBER, GREEN } from '@/entrypoints/background/toolbar/page-sign';
import { paintToolbar, showForNow } from '@/entrypoints/background/toolbar/toolbar';
import type { Announcement } from '@/utils/messages/protocol';

/** Long enough to be seen at the edge of the eye, and read. */
const SHOWN_MS = 5_000;

/** What came of it, in a sentence. */
export type Said = { text: string; isProblem: boolean };

export type TellParts = {
  session(): Promise<{ session: string } | undefined>;
  /** Epoch ms. */
  now(): number;
  tabIcons: { changed(): void };
};

export type Tell = (said: Said) => Promise<void>;

/**
 * Says what came of a menu, a key or an address: no script of ours runs on other sites. The icon says it for some seconds, the popup
 * keeps it, and pages of the site that are on screen show it. Never rejects.
 */
export function createTell({ session, now, tabIcons }: TellParts): Tell {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const repaint = async (): Promise<void> => {
    await paintToolbar();
    tabIcons.changed();
  };
  return async ({ text, isProblem }) => {
    clearTimeout(timer);
    showForNow({
      icon: isProblem ? 'attention' : 'in',
      text: isProblem ? '!' : '✓',
      color: isProblem ? AMBER : GREEN,
      title: text,
    });
    timer = setTimeout(() => {
      showForNow(undefined);
      void repaint();
    }, SHOWN_MS);
    const whose = (await session().catch(() => undefined))?.session;
    await keepTold(whose, { at: now(), text, isProblem }).catch(() => undefined);
    await Promise.allSettled([repaint(), sendToPages({ announce: 'told', text })]);
  };
}

/** Only what is on screen can be read; a private window is no concern of other tabs. */
async function sendToPages(told: Announcement): Promise<void> {
  const shown = await browser.tabs.query({ url: SITE_TABS, active: true });
  const sent = shown.flatMap(({ id, incognito }) =>
    id === undefined || incognito ? [] : browser.tabs.sendMessage(id, told),
  );
  await Promise.allSettled([...sent, browser.runtime.sendMessage(told)]);
}
