import type { Scenario } from '@/tests/property/scenario';
import { CALM } from './found';

const swap = { gap: 0, do: 'swap', version: 1, confirmedAgo: 0, putBack: 'everyone' } as const;

/** The same of versions whose place another one takes. */
export const FOUND_OF_SWAPS: readonly Scenario[] = [
  // Nothing is in the way: it has to succeed.
  { ...CALM, initial: [1], actions: [swap], lags: [0] },
  { ...CALM, initial: [1, 2], streams: [false], actions: [swap], lags: [10_000] },
  // The site's own button takes the new one out: a check within the cooldown of that must not count.
  {
    ...CALM,
    initial: [1],
    actions: [swap, { gap: 108, do: 'official-button', version: 2, lag: 0, after: 5 }],
    lags: [0],
  },
  // Another device takes the new one out just after it was added: the addition's own answer is no look at it.
  {
    ...CALM,
    initial: [1],
    streams: [false],
    actions: [
      { gap: 0, do: 'official-button', version: 1, lag: 0, after: 5 },
      { gap: 0, do: 'another-device', version: 2, lag: 0 },
      { ...swap, gap: 3_342, version: 2 },
      { gap: 12_686, do: 'another-device', version: 1, lag: 0 },
      { gap: 0, do: 'intent', version: 1, target: 'in', clicks: 1, confirmedAgo: 0 },
    ],
    lags: [0],
  },
  // The clock is set back while it waits: the confirmation gets no younger.
  {
    ...CALM,
    initial: [1],
    attempts: [{ kind: 'lost', lostAt: 40, commit: 1, problem: 'timed-out' }],
    actions: [swap, { gap: 2, do: 'set-clock', by: -20_000 }],
    lags: [10_000],
  },
];
