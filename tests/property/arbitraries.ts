import fc from 'fast-check';
import { attemptFate, readFate, repeat } from './fates';
import { type Action, type Scenario, VERSIONS } from './scenario';
import { MAX_LAG_MS } from './server-model';

const gap = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 400 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 20_000 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 90_000 }) },
);
const version = fc.constantFrom(1, 1, 1, 2);

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
  isNow: fc.boolean(),
  isOfList: fc.constantFrom(false, false, true),
});
const change = fc.record({
  gap,
  do: fc.constant('change' as const),
  version,
  how: fc.constantFrom('undo' as const, 'undo' as const, 'undo' as const, 'now' as const, 'still' as const),
});
const swap = fc.record({
  gap,
  do: fc.constant('swap' as const),
  version,
  confirmedAgo: fc.constantFrom(0, 0, 0, 30_000),
  putBack: fc.constantFrom('everyone' as const, 'everyone' as const, 'gone' as const, 'offline' as const),
});
const check = fc.record({ gap, do: fc.constant('check' as const) });
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

const usual: fc.WeightedArbitrary<Action>[] = [
  { weight: 10, arbitrary: intent },
  { weight: 2, arbitrary: change },
  { weight: 2, arbitrary: swap },
  { weight: 1, arbitrary: check },
  { weight: 1, arbitrary: sleep },
  { weight: 1, arbitrary: setClock },
  { weight: 1, arbitrary: kill },
];

function actionsOf(weighted: fc.WeightedArbitrary<Action>[]): fc.Arbitrary<Action[]> {
  return fc.array(fc.oneof(...weighted), { minLength: 1, maxLength: 7 });
}

const common = {
  initial: fc.subarray(VERSIONS),
  attempts: fc.array(attemptFate, { maxLength: 4 }),
  repeats: fc.array(fc.option(repeat, { nil: undefined, freq: 2 }), { maxLength: 4 }),
  streams: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
  checks: fc.array(readFate, { maxLength: 6 }),
  latencies: fc.array(fc.constantFrom(1, 5, 80, 300, 2_000), { minLength: 1, maxLength: 4 }),
  kills: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 2 }),
  isAgain: fc.constantFrom(false, false, false, true),
};

/** Lags as the engine allows for, another one for each look at the replica. */
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
    // Two rows of a version may weigh as much as another that goes at the same time: then not even the sum would tell.
    repeats: fc.constant([]),
    lags: fc.integer({ min: 16_000, max: 120_000 }).map(lag => [lag]),
  });
}
