import fc from 'fast-check';
import { MAX_LAG_MS } from './server-model';

/** What happens to one request that changes something. `commit` is when it takes effect, ms after it was sent. */
export type PostFate =
  | { kind: 'answered' }
  /** The client gives up or loses the connection after `lostAt`. */
  | { kind: 'lost'; lostAt: number; commit: number | undefined; problem: 'timed-out' | 'offline' | 'unreadable' }
  /** A failure status without a reason: 500, 502, 503, 429. */
  | { kind: 'status'; status: number; commit: number | undefined; retryAfterMs: number | undefined }
  /** The handler itself failed after it did its work, or before. */
  | { kind: 'broken'; commits: boolean }
  | { kind: 'refused'; code: string | undefined; hasCause: boolean; message: string | undefined }
  | { kind: 'turned-away'; status: 400 | 401 | 403 | 451 }
  | { kind: 'not-sent' };

export type ReadFate = 'answered' | 'offline' | 'timed-out' | 'site-error' | 'limited' | 'unreadable' | 'left-out';

type Gap = { gap: number };
/** `isStale`: by a page that has not heard yet of the last sign-out. */
export type Action =
  | (Gap & {
      do: 'intent';
      version: number;
      target: 'in' | 'out';
      clicks: number;
      confirmedAgo: number;
      isStale?: boolean;
    })
  | (Gap & { do: 'look' })
  | (Gap & { do: 'another-device'; version: number; lag: number })
  /** The site's own button, as a page notices it: `after` is when its toggle takes effect, ms after the press. */
  | (Gap & { do: 'official-button'; version: number; lag: number; after: number })
  | (Gap & { do: 'sleep'; ms: number })
  | (Gap & { do: 'set-clock'; by: number })
  | (Gap & { do: 'kill' })
  | (Gap & { do: 'sign-out'; backAfter: number });

export type Scenario = {
  initial: number[];
  actions: Action[];
  attempts: PostFate[];
  checks: ReadFate[];
  quotas: ReadFate[];
  /** Replica lags, one for each look of anybody, over and over. */
  lags: number[];
  latencies: number[];
  /** After so many steps of the worker (a call that leaves it or an answer that reaches it), counted from the last kill, it is killed. */
  kills: number[];
  /** Whatever is removed is to be added again. */
  isAgain?: boolean;
};

export const VERSIONS = [1, 2];

const gap = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 400 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 20_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 90_000 }) },
);
const version = fc.constantFrom(1, 1, 1, 2);
const commit = fc.option(fc.integer({ min: 1, max: 29_900 }), { nil: undefined });

const intent = fc.record({
  gap,
  do: fc.constant('intent' as const),
  version,
  target: fc.constantFrom('in' as const, 'out' as const),
  clicks: fc.constantFrom(1, 1, 2, 3),
  confirmedAgo: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 70_000 }) },
  ),
  isStale: fc.constantFrom(false, false, false, false, false, false, false, true),
});
const look = fc.record({ gap, do: fc.constant('look' as const) });
const anotherDevice = fc.record({
  gap,
  do: fc.constant('another-device' as const),
  version,
  lag: fc.constantFrom(0, 0, 500, 10_000),
});
const officialButton = fc.record({
  gap,
  do: fc.constant('official-button' as const),
  version,
  lag: fc.constantFrom(0, 0, 500, 10_000),
  after: fc.constantFrom(5, 400, 3_000),
});
const sleep = fc.record({ gap, do: fc.constant('sleep' as const), ms: fc.constantFrom(5_000, 70_000, 3_600_000) });
const setClock = fc.record({
  gap,
  do: fc.constant('set-clock' as const),
  by: fc.constantFrom(-3_600_000, -20_000, 20_000, 3_600_000),
});
const kill = fc.record({ gap, do: fc.constant('kill' as const) });
const signOut = fc.record({ gap, do: fc.constant('sign-out' as const), backAfter: fc.constantFrom(50, 8_000, 60_000) });

const postFate: fc.Arbitrary<PostFate> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'answered' as const }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('lost' as const),
      lostAt: fc.constantFrom(40, 900, 20_000),
      commit,
      problem: fc.constantFrom('timed-out' as const, 'offline' as const, 'unreadable' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('status' as const),
      status: fc.constantFrom(429, 429, 500, 502, 503, 524),
      commit,
      retryAfterMs: fc.option(fc.constantFrom(1_000, 40_000), { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('broken' as const), commits: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<PostFate>(
      { kind: 'refused', code: 'BAD_REQUEST', hasCause: true, message: undefined },
      { kind: 'refused', code: 'BAD_REQUEST', hasCause: false, message: undefined },
      { kind: 'refused', code: 'NOT_FOUND', hasCause: false, message: undefined },
      { kind: 'refused', code: undefined, hasCause: false, message: 'Vault storage limit exceeded' },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('turned-away' as const),
      status: fc.constantFrom(400 as const, 401 as const, 403 as const, 451 as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'not-sent' as const }) },
);

const readFate = fc.constantFrom<ReadFate>(
  'answered',
  'answered',
  'answered',
  'answered',
  'answered',
  'offline',
  'timed-out',
  'site-error',
  'limited',
  'unreadable',
  'left-out',
);

const usual: fc.WeightedArbitrary<Action>[] = [
  { weight: 10, arbitrary: intent },
  { weight: 1, arbitrary: look },
  { weight: 1, arbitrary: sleep },
  { weight: 1, arbitrary: setClock },
  { weight: 1, arbitrary: kill },
];

function actionsOf(weighted: fc.WeightedArbitrary<Action>[]): fc.Arbitrary<Action[]> {
  return fc.array(fc.oneof(...weighted), { minLength: 1, maxLength: 7 });
}

const common = {
  initial: fc.subarray(VERSIONS),
  attempts: fc.array(postFate, { maxLength: 4 }),
  checks: fc.array(readFate, { maxLength: 6 }),
  latencies: fc.array(fc.constantFrom(1, 5, 80, 300, 2_000), { minLength: 1, maxLength: 4 }),
  kills: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 2 }),
  isAgain: fc.constantFrom(false, false, false, true),
};

/** Lags as the engine allows for, another one for each look. */
const allowedLags = fc.array(
  fc.oneof(fc.constant(0), fc.constant(MAX_LAG_MS), fc.integer({ min: 0, max: MAX_LAG_MS })),
  { minLength: 1, maxLength: 5 },
);

/** Anything that can happen. `withOthers`: another device toggles the same versions, too. */
export function scenarios({ withOthers }: { withOthers: boolean }): fc.Arbitrary<Scenario> {
  return fc.record({
    ...common,
    actions: actionsOf([
      ...usual,
      { weight: 1, arbitrary: signOut },
      { weight: withOthers ? 4 : 0, arbitrary: anotherDevice },
      { weight: withOthers ? 3 : 0, arbitrary: officialButton },
    ]),
    quotas: fc.array(readFate, { maxLength: 3 }),
    lags: allowedLags,
  });
}

/** A replica that is behind by more than the engine allows for, for good. The quota can be read. */
export function scenariosOfAnIllReplica(): fc.Arbitrary<Scenario> {
  return fc.record({
    ...common,
    actions: actionsOf(usual),
    quotas: fc.constant([]),
    lags: fc.integer({ min: 16_000, max: 120_000 }).map(lag => [lag]),
  });
}
