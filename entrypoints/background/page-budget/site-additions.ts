import { createStoredBudget } from '@/entrypoints/background/timing/budget';
import type { Problem } from '@/utils/problem';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Presses of the user on all tabs of the site together, at most. */
const BY_PRESS = [
  { most: 30, withinMs: MINUTE_MS },
  { most: 200, withinMs: HOUR_MS },
];

/** Lists that the user has confirmed in a dialog of ours: an image's recipe has a dozen. A page may claim to have one, so it has an end. */
const BY_LIST = [{ most: 500, withinMs: HOUR_MS }];

export type SiteAdditions = ReturnType<typeof createSiteAdditions>;

/** What the site's tabs may have added. `undefined`: this one as well. */
export function createSiteAdditions(now: () => number) {
  const [byPress, byList] = [
    createStoredBudget('vaulted-additions', BY_PRESS, now),
    createStoredBudget('vaulted-list-additions', BY_LIST, now),
  ];
  return {
    async take(isOfList: boolean): Promise<Problem | undefined> {
      const until = await (isOfList ? byList : byPress).take();
      return until === 0 ? undefined : { kind: 'page-limit', of: 'additions', until };
    },
  };
}
