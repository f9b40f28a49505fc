import { describe, expect, it } from 'vitest';
import { knownItem, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import type { Snapshot } from '@/utils/account/account';
import { fail, ok } from '@/utils/problem';
import { judgeKeepOne } from '@/utils/vault/judge-keep-one';
import { type Twice, twiceOf } from '@/utils/vault/twice';
import type { VaultItem } from '@/utils/vault/vault-item';
import type { VersionAvailability } from '@/utils/vault/version-availability';

const NOW = 1_800_000_000_000;
const sized = (id: number, modelSizeKb: number, changes: Partial<VaultItem> = {}) =>
  knownItem(1, { id, modelSizeKb, detailsSizeKb: 0, imagesSizeKb: 0, files: [], ...changes });

describe('the versions that are in the list more than once', () => {
  it('are summed up once each: what they cost, and what one may need', () => {
    const file = { id: 1, sizeKb: 900, displayName: 'Full' };
    const rows = [sized(5, 500, { notes: 'mine' }), knownItem(2), sized(6, 400, { files: [file] })];
    expect(twiceOf(rows)).toMatchObject([
      { copies: 2, totalKb: 900, oneKb: 500, leastKb: 400, neededKb: 900, notes: ['mine'] },
    ]);
  });

  it('are none where the second is only the stand-in of an addition', () => {
    expect(twiceOf([sized(5, 500), sized(-5, 500)])).toEqual([]);
  });
});

describe('keeping one', () => {
  const [twice] = twiceOf([sized(5, 500), sized(6, 500)]);
  if (!twice) throw new Error('no doubles');
  const quota = (usedKb: number) => ({ usedKb, totalKb: 10_000, updatedAt: '' });
  const account = (changes: Partial<Snapshot> = {}) =>
    ok(snapshotWith({ quota: quota(9_900), isOwnerFresh: true, ...changes }));
  const given = (changes: Partial<VersionAvailability> = {}) =>
    ok<VersionAvailability>({ versionId: twice.versionId, availability: 'everyone', sizeKb: 500, ...changes });
  const judge = (who = account(), what: Parameters<typeof judgeKeepOne>[2] = given(), which: Twice = twice) =>
    judgeKeepOne(which, who, what, NOW);

  it('is safe where everything holds that the addition needs, also in a vault that the doubles have filled', () => {
    expect(judge().kind).toBe('safe');
    expect(judge(account({ quota: quota(10_000) })).kind).toBe('safe');
  });

  it.each<[string, Partial<Snapshot>]>([
    ['a key that may not write', { canWrite: false }],
    ['no membership', { membership: 'lapsed' }],
    ['a free account with storage left over', { tier: 'free' }],
    ['a vault so far over its limit that it would not fit', { quota: quota(10_001) }],
  ])('is not safe with %s', (_, changes) => {
    expect(judge(account(changes)).kind).toBe('unsafe');
  });

  it('is not safe where the larger of its sizes would not fit', () => {
    expect(judge(account(), given({ sizeKb: 601 })).kind).toBe('unsafe');
    expect(judge(account(), given(), { ...twice, neededKb: 601 }).kind).toBe('unsafe');
    expect(judge(account(), given({ sizeKb: 600 })).kind).toBe('safe');
  });

  it.each(['archived', 'early-access', 'private', 'unpublished', 'gone', 'not-known'] as const)(
    'is not safe where the version is %s',
    availability => {
      expect(judge(account(), given({ availability })).kind).toBe('unsafe');
    },
  );

  it('is not known as long as one answer is missing', () => {
    const sizeless: VersionAvailability = { versionId: twice.versionId, availability: 'everyone' };
    const { tier: _, ...tierless } = snapshotWith({ quota: quota(9_900), isOwnerFresh: true });
    const offline = fail({ kind: 'offline' });
    const verdicts = [
      judge(account(), ok(sizeless)),
      judge(ok(tierless)),
      judge(account({ isOwnerFresh: false })),
      judge(account(), offline),
      judgeKeepOne(twice, offline, given(), NOW),
    ];
    expect(verdicts.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'unknown'));
  });
});
