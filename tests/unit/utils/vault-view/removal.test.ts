import { describe, expect, it } from 'vitest';
import { fail, ok } from '@/utils/problem';
import type { Availability } from '@/utils/vault/version-availability';
import {
  type Candidate,
  candidatesOf,
  groupOf,
  openOf,
  tally,
  tickedOf,
  withAvailability,
  withOutcome,
  withRetry,
  withTicks,
} from '@/utils/vault-view/removal';
import { itemWith } from './items';

const start = candidatesOf([itemWith(1), itemWith(2), itemWith(3)]);
const idOf = (n: number) => itemWith(n).modelVersionId;
const found = (n: number, availability: Availability) => new Map([[idOf(n), ok({ versionId: idOf(n), availability })]]);
const one = (candidates: readonly Candidate[], n: number) => candidates.find(({ versionId }) => versionId === idOf(n));

describe('choosing what to remove', () => {
  it('starts with nothing ticked, and nothing can be ticked before it was looked up', () => {
    expect(start.map(groupOf)).toEqual(['asking', 'asking', 'asking']);
    expect(tickedOf(withTicks(start, new Set([idOf(1)]), true))).toEqual([]);
  });

  it('ticks only versions offered to all users', () => {
    const others = [
      'archived',
      'early-access',
      'generation-only',
      'unpublished',
      'gone',
      'private',
      'no-files',
      'not-known',
    ];
    expect(tickedOf(withAvailability(start, found(1, 'everyone')))).toHaveLength(1);
    for (const availability of others as Availability[]) {
      const after = withAvailability(start, found(2, availability));
      expect([one(after, 2)?.isTicked, groupOf(after[1] ?? start[0] ?? raise())]).toEqual([false, 'last']);
    }
  });

  it('takes a look-up that failed for "may be the only copy"', () => {
    const after = withAvailability(start, new Map([[idOf(1), fail({ kind: 'offline' })]]));
    const [first] = after;
    expect(first && [groupOf(first), first.isTicked]).toEqual(['last', false]);
    const again = withRetry(after);
    expect(again.map(groupOf)).toEqual(['asking', 'asking', 'asking']);
    expect(tickedOf(withAvailability(again, found(1, 'everyone')))).toHaveLength(1);
  });

  it('leaves alone what the user has ticked or unticked', () => {
    const known = withAvailability(withAvailability(start, found(1, 'everyone')), found(2, 'gone'));
    const chosen = withTicks(withTicks(known, new Set([idOf(2)]), true), new Set([idOf(1)]), false);
    expect(tickedOf(withAvailability(chosen, found(1, 'everyone'))).map(({ versionId }) => versionId)).toEqual([
      idOf(2),
    ]);
  });

  it('ticks nothing more once the user has begun to', () => {
    const known = withAvailability(start, found(1, 'everyone'));
    const chosen = withTicks(known, new Set([idOf(1)]), false);
    expect(tickedOf(withAvailability(chosen, found(2, 'everyone'), true))).toEqual([]);
  });

  it('counts rows of one version together', () => {
    const twice = candidatesOf([itemWith(1), itemWith(1, { id: 77 })]);
    expect(twice).toMatchObject([{ copies: 2, sizeKb: 2 * (100 + 12 + 4_096) }]);
  });

  it('counts how it went', () => {
    let candidates = withOutcome(start, idOf(1), { kind: 'removed' });
    candidates = withOutcome(candidates, idOf(2), { kind: 'failed', problem: { kind: 'offline' } });
    candidates = withOutcome(candidates, idOf(3), { kind: 'sending' });
    expect(tally(candidates)).toEqual({ removed: 1, failed: 1, open: 1 });
    expect(tally(withOutcome(candidates, idOf(3), undefined))).toEqual({ removed: 1, failed: 1, open: 0 });
  });

  it('offers another try only of what it may help', () => {
    let candidates = start.map(candidate => ({ ...candidate, isTicked: true }));
    const refused = { kind: 'removal-refused', obstacle: 'gone' } as const;
    candidates = withOutcome(candidates, idOf(1), { kind: 'failed', problem: refused }).map(each => ({
      ...each,
      isTicked: true,
    }));
    expect(openOf(candidates).map(({ versionId }) => versionId)).toEqual([idOf(2), idOf(3)]);
    const offline = withOutcome(candidates, idOf(2), { kind: 'failed', problem: { kind: 'offline' } });
    const rest = withOutcome(offline, idOf(3), { kind: 'removed' });
    expect(openOf(rest).map(({ versionId }) => versionId)).toEqual([idOf(2)]);
  });
});

function raise(): never {
  throw new Error('nothing there');
}
