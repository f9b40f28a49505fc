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
  // A removal is refused; while Vaulted finds out why, it is given up, wanted again and taken back: the oracle had called that sent.
  {
    ...CALM,
    streams: [false],
    latencies: [80, 1],
    initial: [1],
    attempts: [{ kind: 'refused', code: 'BAD_REQUEST', hasCause: true, message: undefined }],
    actions: [
      { gap: 0, do: 'intent', version: 1, target: 'out', clicks: 2, confirmedAgo: 0, isNow: true },
      { gap: 110, do: 'intent', version: 1, target: 'in', clicks: 1, confirmedAgo: 0 },
      { gap: 11, do: 'change', version: 1, how: 'undo' },
    ],
    lags: [0],
  },
  // The same of one that has taken effect, and whose answer was lost: the addition that a swap brings comes between.
  {
    ...CALM,
    streams: [false],
    latencies: [1, 1, 2_000],
    initial: [1],
    attempts: [{ kind: 'lost', lostAt: 40, commit: 1, problem: 'timed-out' }],
    checks: ['answered', 'unreadable'],
    quotas: ['unreadable'],
    actions: [
      { gap: 0, do: 'intent', version: 1, target: 'out', clicks: 1, confirmedAgo: 0, isNow: true },
      { gap: 47_025, do: 'swap', version: 2, confirmedAgo: 0, putBack: 'everyone' },
      { gap: 0, do: 'intent', version: 1, target: 'out', clicks: 3, confirmedAgo: 0, isNow: false },
      { gap: 120, do: 'change', version: 1, how: 'undo' },
      { gap: 0, do: 'intent', version: 1, target: 'in', clicks: 1, confirmedAgo: 0 },
    ],
    lags: [0],
  },
];
