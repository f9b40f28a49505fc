import { describe, expect, it } from 'vitest';
import type { Refusal } from '@/entrypoints/background/api/result';
import { explainRefusal, isRefused } from '@/entrypoints/background/vault/explain-refusal';
import type { Problem } from '@/utils/problem';
import type { Availability } from '@/utils/vault/version-availability';
import { createRig, failure, V } from './rig';

const SITE_ERROR = { kind: 'site-error' } as const;
const refused = (refusal: Refusal) => failure(SITE_ERROR, { sent: 'answered', status: 500, refusal });
const withCause: Refusal = { code: 'BAD_REQUEST', hasCause: true };
const noAccess: Refusal = { code: 'BAD_REQUEST', hasCause: false };
const missing: Refusal = { code: 'NOT_FOUND', hasCause: false };
const documented = (message: string, code = 'BAD_REQUEST'): Refusal => ({ code, hasCause: false, message });

describe('a refusal', () => {
  it.each([
    ['a code of the handler', refused(noAccess), true],
    ['a text of the handler', refused({ hasCause: false, message: 'Vault storage limit exceeded' }), true],
    ['400', failure({ kind: 'unexpected' }, { sent: 'answered', status: 400 }), true],
    ['401', failure({ kind: 'key-refused' }, { sent: 'answered', status: 401 }), true],
    ['403', failure({ kind: 'blocked' }, { sent: 'answered', status: 403 }), true],
    ['451', failure({ kind: 'region-blocked' }, { sent: 'answered', status: 451 }), true],
    ['429', failure({ kind: 'limited', until: 0 }, { sent: 'answered', status: 429 }), false],
    ['408', failure({ kind: 'unexpected' }, { sent: 'answered', status: 408 }), false],
    ['500 without a word', failure(SITE_ERROR, { sent: 'answered', status: 500 }), false],
    ['500 of the database', refused({ code: 'P2024', hasCause: false }), false],
    ['502 of a gateway, with words', failure(SITE_ERROR, { sent: 'answered', status: 502, refusal: noAccess }), false],
    ['a time-out', failure({ kind: 'timed-out' }), false],
  ])('with %s: nothing has changed for certain, or it has to be found out', (_, answer, expected) => {
    expect(isRefused(answer)).toBe(expected);
  });

  it('is told after one look, with its reason, and not sent again', async () => {
    const rig = createRig();
    rig.world.storageKb = 5_500;
    rig.world.toggles.push(refused(withCause));
    const added = rig.add();
    await rig.pass(500);
    const problem = { kind: 'over-quota', sizeKb: 1_000, freeKb: 500 };
    expect(added).toEqual([{ ok: false, problem }]);
    expect(rig.asked).toHaveLength(2);
    expect(rig.shown()).toMatchObject({ state: 'out', problem });
    await rig.pass(60_000);
    expect(rig.posted).toHaveLength(1);
    expect(rig.store.journal.size).toBe(0);
  });

  it('of a key is told as such', async () => {
    const rig = createRig();
    rig.world.toggles.push(failure({ kind: 'key-refused' }, { sent: 'answered', status: 401 }));
    const added = rig.add();
    await rig.pass(500);
    expect(added).toEqual([{ ok: false, problem: { kind: 'key-refused' } }]);
  });

  it('is not believed on one look where the vault is as intended', async () => {
    const rig = createRig();
    rig.world.toggles.push(refused(noAccess));
    const added = rig.add();
    await rig.pass(50);
    rig.world.kept.add(V);
    await rig.pass(5_000);
    expect(added).toEqual([]);
    await rig.pass(20_000);
    expect(added).toMatchObject([{ ok: true, value: { state: 'in' } }]);
    expect(rig.posted).toHaveLength(1);
  });

  it('is forgotten as soon as it is intended again, or has come true by itself', async () => {
    const rig = createRig();
    rig.world.toggles.push(refused(noAccess));
    rig.add();
    await rig.pass(500);
    expect(rig.shown()).toHaveProperty('problem');
    await rig.pass(20_000);
    rig.world.kept.add(V);
    await Promise.all([rig.engine().check([V]), rig.pass(100)]);
    expect(rig.shown()).not.toHaveProperty('problem');
  });
});

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
    rig.world.offerAfterMs = 60_000;
    rig.world.toggles.push(refused(noAccess));
    const added = rig.add();
    await rig.pass(5_500);
    expect(added).toEqual([{ ok: false, problem: { kind: 'not-available', obstacle: 'not-known' } }]);
  });
});

const never = () => new Promise<never>(() => undefined);
