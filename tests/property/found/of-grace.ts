import type { Scenario } from '@/tests/property/scenario';
import { CALM } from './found';

/** The same of removals that could still be taken back. */
export const FOUND_OF_GRACE: readonly Scenario[] = [
  // The worker is killed just as it writes down that a removal was taken back: the browser has to wake the next one.
  {
    ...CALM,
    kills: [30],
    actions: [
      { gap: 0, do: 'change', version: 1, how: 'undo' },
      { gap: 0, do: 'intent', version: 1, target: 'out', clicks: 2, confirmedAgo: 0, isNow: false },
      { gap: 0, do: 'intent', version: 1, target: 'out', clicks: 1, confirmedAgo: 0, isNow: false },
      { gap: 121, do: 'change', version: 1, how: 'undo' },
      { gap: 0, do: 'another-device', version: 1, lag: 0 },
    ],
    lags: [10_000],
  },
  // The worker is killed while a removal that was taken back is being announced: pages must hear its end from the next one.
  {
    ...CALM,
    streams: [false],
    initial: [1],
    kills: [37],
    actions: [
      { gap: 0, do: 'intent', version: 1, target: 'in', clicks: 1, confirmedAgo: 0, isNow: false },
      { gap: 29, do: 'intent', version: 1, target: 'out', clicks: 1, confirmedAgo: 0, isNow: true },
      { gap: 0, do: 'intent', version: 1, target: 'in', clicks: 1, confirmedAgo: 0, isNow: false },
      { gap: 2, do: 'check' },
    ],
    lags: [16_000],
  },
];
