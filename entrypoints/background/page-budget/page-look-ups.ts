import { createAllowances } from '@/entrypoints/background/timing/budget';
import { fail } from '@/utils/problem';

const MINUTE_MS = 60_000;
/** A user points at far fewer; a page that asks for more would keep other tabs' presses waiting. */
const OF_TAB = { most: 300, withinMs: MINUTE_MS };
/** No browser shows more at a time; the tabs that asked first are forgotten first. */
const MOST_TABS = 200;

/** Whether a tab of the site may have one more look-up made. `undefined`: it may. */
export function createPageLookUps(now: () => number): (tabId?: number) => ReturnType<typeof fail> | undefined {
  const ofTabs = createAllowances<number>(MOST_TABS, OF_TAB);
  return (tabId = -1) => {
    const ofTab = ofTabs(tabId);
    if (ofTab.take(1, now()) > 0) return undefined;
    return fail({ kind: 'page-limit', of: 'additions', until: ofTab.freeAt(now()) });
  };
}
