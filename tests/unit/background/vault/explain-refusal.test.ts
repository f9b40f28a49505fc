import { describe, expect, it } from 'vitest';
import type { Refusal } from '@/entrypoints/background/api/result';
import { explainRefusal } from '@/entrypoints/background/vault/explain-refusal';
import type { Problem } from '@/utils/problem';
import type { Availability } from '@/utils/vault/version-availability';
import { documented, missing, noAccess, refused, SITE_ERROR, withCause } from './refusals';
import { createRig, failure, V } from './rig';

type Case = {
  refusal: Refusal;
  expected: Problem;
  availability?: Availability;
  target?: 'in' | 'out';
  storageKb?: number;
  vault?: 'none' | 'unknown';
};

const QUOTA = 'Vault storage limit exceeded: storage quota exceeded.';

const MEMBERSHIP = 'An active membership is required.';

const ACCESS = 'You do not have permission to add this model version.';

const full: Problem = { kind: 'over-quota', sizeKb: 1_000, freeKb: 0 };

const cannotAdd = (obstacle: Extract<Problem, { kind: 'not-available' }>['obstacle']): Problem => ({
  kind: 'not-available',
  obstacle,
});

const never = () => new Promise<never>(() => undefined);

describe('the reason', () => {
  it.each<Case>([
    // Both flavours: over quota, lapsed, no vault (site-facts.md F.4, F.8).
    { refusal: withCause, storageKb: 5_000, expected: full },
    { refusal: documented(QUOTA), storageKb: 5_000, expected: full },
    { refusal: withCause, storageKb: 0, expected: { kind: 'lapsed' } },
    { refusal: documented(MEMBERSHIP), storageKb: 0, expected: { kind: 'lapsed' } },
    { refusal: withCause, storageKb: 900_000, expected: { kind: 'lapsed' } },
    { refusal: documented(QUOTA), storageKb: 900_000, expected: { ...full, freeKb: 895_000 } },
    { refusal: withCause, vault: 'none', expected: { kind: 'no-vault' } },
    { refusal: documented(MEMBERSHIP), vault: 'none', expected: { kind: 'no-vault' } },
    { refusal: withCause, vault: 'unknown', expected: { kind: 'over-quota', sizeKb: 1_000 } },
    { refusal: documented(MEMBERSHIP), vault: 'unknown', expected: { kind: 'no-vault' } },
    // The version itself.
    { refusal: noAccess, availability: 'early-access', expected: cannotAdd('early-access') },
    { refusal: noAccess, availability: 'generation-only', expected: cannotAdd('generation-only') },
    { refusal: noAccess, availability: 'private', expected: cannotAdd('private') },
    { refusal: noAccess, availability: 'gone', expected: cannotAdd('gone') },
    { refusal: noAccess, availability: 'everyone', expected: cannotAdd('not-known') },
    { refusal: documented(ACCESS), availability: 'early-access', expected: cannotAdd('early-access') },
    { refusal: documented(ACCESS), availability: 'generation-only', expected: cannotAdd('generation-only') },
    { refusal: documented(ACCESS), availability: 'private', expected: cannotAdd('private') },
    { refusal: missing, availability: 'gone', expected: cannotAdd('unpublished') },
    { refusal: missing, availability: 'not-known', expected: cannotAdd('unpublished') },
    { refusal: missing, availability: 'everyone', expected: cannotAdd('no-files') },
    {
      refusal: documented('Model version not published.', 'NOT_FOUND'),
      availability: 'gone',
      expected: cannotAdd('unpublished'),
    },
    { refusal: documented('Model not found.', 'NOT_FOUND'), availability: 'gone', expected: cannotAdd('gone') },
    {
      refusal: documented('Model version has no files.', 'NOT_FOUND'),
      availability: 'everyone',
      expected: cannotAdd('no-files'),
    },
    // Access is checked before a removal, too (site-facts.md TRAPS 16).
    {
      refusal: noAccess,
      target: 'out',
      availability: 'early-access',
      expected: { kind: 'removal-refused', obstacle: 'early-access' },
    },
    { refusal: noAccess, target: 'out', availability: 'gone', expected: { kind: 'removal-refused', obstacle: 'gone' } },
  ])(
    'of $target $refusal.code $refusal.hasCause "$refusal.message" with $availability, $storageKb KB, vault $vault',
    async c => {
      const { refusal, expected, availability = 'everyone', target = 'in', storageKb = 1_000_000, vault } = c;
      const rig = createRig();
      const row = { userId: 1, storageKb, usedStorageKb: 5_000, updatedAt: '' };
      const found =
        vault === 'unknown' ? failure(SITE_ERROR) : { ok: true as const, value: vault === 'none' ? null : row };
      const parts = {
        api: { check: never, toggle: never, vault: async () => found },
        availability: {
          versionAvailability: async () => ({
            ok: true as const,
            value: { versionId: V, availability, sizeKb: 1_000 },
          }),
        },
        clock: { now: rig.now, elapsed: rig.now, sleep: never, wakeAfter: () => undefined },
      };
      expect(await explainRefusal(parts, V, target, refused(refusal))).toEqual(expected);
    },
  );

  it('does not wait long for what the site says of the version', async () => {
    const rig = createRig();
    rig.world.availabilityAfterMs = 60_000;
    rig.world.toggles.push(refused(noAccess));
    const added = rig.add();
    await rig.pass(5_500);
    expect(added).toEqual([{ ok: false, problem: { kind: 'not-available', obstacle: 'not-known' } }]);
  });
});
