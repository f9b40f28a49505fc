import { describe, expect, it } from 'vitest';
import { describeFailure, judgeReAdd } from '@/components/failed/judge-re-add';
import { knownItem, NOW, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { plain } from '@/tests/unit/support/plain';
import { fail, ok, type Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { Availability, VersionAvailability } from '@/utils/vault/version-availability';

const item = knownItem(1, { status: 'Failed', failures: 4, modelSizeKb: 1_000 });
const { modelVersionId: versionId } = item;
const answer = (availability: Availability, sizeKb = 1_000): Result<VersionAvailability> =>
  ok({ versionId, availability, sizeKb });
const quota = (usedKb: number, totalKb: number) => ({ quota: { usedKb, totalKb, updatedAt: '' } });

function judge(changes: Parameters<typeof snapshotWith>[0] = {}, asked = answer('everyone'), fact?: VersionFact) {
  return judgeReAdd(item, fact, asked, ok(snapshotWith({ isOwnerFresh: true, ...changes })), NOW);
}

describe('judgeAgain', () => {
  it('is safe where the site offers it to all users and it fits', () => {
    expect(judge()).toEqual({ kind: 'safe' });
  });

  it('counts the space of the old one as free', () => {
    expect(judge(quota(5_000, 5_000))).toEqual({ kind: 'safe' });
    expect(judge(quota(5_006, 5_000)).kind).toBe('unsafe');
    const tooLarge = judge(quota(5_000, 5_000), answer('everyone', 2_000));
    expect(tooLarge.kind).toBe('unsafe');
    expect('why' in tooLarge && plain(tooLarge.why)).toContain('It needs 1.95 MB');
  });

  it.each([
    'archived',
    'early-access',
    'generation-only',
    'unpublished',
    'gone',
    'private',
    'no-files',
    'not-known',
  ] as const)('is not safe if the version is %s', availability => {
    expect(judge({}, answer(availability))).toMatchObject({
      kind: 'unsafe',
      why: expect.stringMatching(/could not be added again/),
    });
  });

  it('is not known while the site cannot be asked', () => {
    expect(judge({}, fail({ kind: 'offline' }))).toMatchObject({
      kind: 'unknown',
      why: expect.stringContaining('can’t be reached'),
    });
  });

  it.each([
    ['a lapsed member', { membership: 'lapsed' as const }],
    ['a key that may only read', { canWrite: false }],
  ])('is not safe for %s', (_, changes) => {
    expect(judge(changes).kind).toBe('unsafe');
  });

  it('is not known while the account is that of an earlier answer', () => {
    expect(judge({ isOwnerFresh: false }).kind).toBe('unknown');
  });

  it('is not safe where every copy would go', () => {
    const fact: VersionFact = { versionId, state: 'failed', asOf: NOW, problem: { kind: 'duplicated' } };
    expect(judge({}, answer('everyone'), fact).kind).toBe('unsafe');
  });
});

describe('describeFailure', () => {
  it.each([
    [0, 'will try again by itself'],
    [1, 'has tried 1 time and will try again'],
    [3, 'has tried 3 times and will try again'],
    [4, 'has given up'],
  ])('%d failures: %s', (failures, words) => {
    expect(plain(describeFailure({ status: 'Failed', failures }))).toContain(words);
  });
});
