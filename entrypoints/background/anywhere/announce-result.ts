import { keepResult } from '@/entrypoints/background/history/menu-results';
import { announceOnScreen } from '@/entrypoints/background/messages/announce';
import { AMBER, GREEN } from '@/entrypoints/background/toolbar/page-sign';
import { paintToolbar, showForNow } from '@/entrypoints/background/toolbar/toolbar';

/** Long enough to be seen at the edge of the eye, and read. */
const SHOWN_MS = 5_000;

/** What came of it, in a sentence. */
export type Said = { text: string; isProblem: boolean };

export type ResultParts = {
  session(): Promise<{ session: string } | undefined>;
  /** Epoch ms. */
  now(): number;
  tabIcons: { changed(): void };
};

export type AnnounceResult = (said: Said) => Promise<void>;

/**
 * Says what came of a menu, a key or an address: no script of ours runs on other sites. The icon says it for some seconds, the popup
 * keeps it, and pages of the site that are on screen show it. Never rejects.
 */
export function createResultAnnouncer({ session, now, tabIcons }: ResultParts): AnnounceResult {
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
    await keepResult(whose, { at: now(), text, isProblem }).catch(() => undefined);
    await Promise.allSettled([repaint(), announceOnScreen({ announce: 'result', text })]);
  };
}
