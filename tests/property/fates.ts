import fc from 'fast-check';
import type { AttemptFate, ReadFate, Repeat } from './scenario';
import { MAX_COMMIT_MS } from './server-model';

const commit = fc.option(fc.integer({ min: 1, max: MAX_COMMIT_MS }), { nil: undefined });

export const attemptFate: fc.Arbitrary<AttemptFate> = fc.oneof(
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
    arbitrary: fc.constantFrom<AttemptFate>(
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

/** A browser repeats as soon as it notices: within the time that a request may take anyway. */
export const repeat: fc.Arbitrary<Repeat> = fc.record({
  at: fc.constantFrom(1, 60, 900, 12_000),
  isLost: fc.boolean(),
});

export const readFate = fc.constantFrom<ReadFate>(
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
