import { describe, expect, it } from 'vitest';
import { lookUpPutBack } from '@/entrypoints/background/removal/look-up-put-back';
import { html, json, NOW } from '@/tests/unit/background/api/fake-fetch';
import { version } from '@/tests/unit/background/api/ids';
import { notFound, siteWith } from '@/tests/unit/background/availability/fake-site';
import { ok } from '@/utils/problem';
import { canBePutBack } from '@/utils/vault/can-be-put-back';

import { type Given, holding, MEMBER, offered, QUOTA, ROW, start } from './put-back-stage';

describe('what can be put back', () => {
  it.each<[string, Partial<Given>, string]>([
    ['offered to all, of a member with room', {}, 'yes'],
    ['of a full vault: its own place is enough', { quota: { usedKb: 100_000 } }, 'yes'],
    ['of a lapsed membership', { account: { membership: 'lapsed' } }, 'no-membership'],
    ['of a free account', { account: { tier: 'free' } }, 'no-membership'],
    ['of an account that no answer of now names', { account: { isOwnerFresh: false } }, 'membership-not-known'],
    ['of a key that may not write', { account: { canWrite: false } }, 'read-only-key'],
    ['of a vault over its limit', { quota: { usedKb: 100_100 } }, 'too-large'],
    [
      'larger by now than what it leaves',
      { quota: { usedKb: 100_000 }, site: offered({ version: { files: [{ id: 1, sizeKB: 2_101, primary: true }] } }) },
      'too-large',
    ],
    ['with notes', { check: holding({ ...ROW, notes: 'the only one that does hands' }) }, 'notes'],
    ['there twice', { copies: 2 }, 'copies'],
    ['in a vault that was not read yet', { copies: undefined }, 'copies-not-known'],
    [
      'in early access',
      { site: offered({ version: { paidAccess: { permanent: true, endsAt: null } } }) },
      'early-access',
    ],
    ['archived', { site: offered({ version: { model: { mode: 'Archived' } } }) }, 'archived'],
    ['unpublished', { site: offered({ version: { status: 'Unpublished' } }) }, 'unpublished'],
    ['private', { site: offered({ listed: { availability: 'Private' } }) }, 'private'],
    ['gone', { site: { 'model-versions/7': notFound } }, 'gone'],
    ['whose look-up is refused', { site: { 'model-versions/7': () => html(403) } }, 'availability-not-known'],
    ['whose look-up the site limits', { site: { 'model-versions/7': () => json({}, 429) } }, 'availability-not-known'],
    [
      'of which the model’s list says nothing',
      { site: { ...offered(), models: () => json({ items: [] }) } },
      'availability-not-known',
    ],
    ['whose row can’t be read', { check: () => html(502) }, 'item-not-known'],
    ['that a check doesn’t find', { check: holding(null) }, 'item-not-known'],
    [
      'that our own toggle has just added, though the check lags',
      { check: holding(null), facts: [{ versionId: version(7), state: 'pending', asOf: NOW - 119_000 }] },
      'yes',
    ],
    [
      'that our own toggle added, and of which no check has counted for two minutes',
      {
        check: holding({ ...ROW, notes: 'mine' }),
        facts: [{ versionId: version(7), state: 'pending', asOf: NOW - 120_000 }],
      },
      'notes',
    ],
    [
      'that a check had found pending, and now doesn’t',
      { check: holding(null), facts: [{ versionId: version(7), state: 'pending', asOf: 1, itemId: 3 }] },
      'item-not-known',
    ],
    ['while offline', { isOffline: true }, 'item-not-known'],
  ])('one %s', async (_, given, expected) => {
    expect(await start(given).verdict()).toBe(expected);
  });

  it('is looked up now: what was offered a minute ago may be withdrawn', async () => {
    const { lookUp, verdict } = start({ site: { 'model-versions/7': notFound } }, { ...siteWith({}), ...offered() });
    const before = await lookUp.versionAvailability(version(7));
    expect(before).toMatchObject({ value: { availability: 'everyone' } });
    expect(await verdict()).toBe('gone');
    expect(await lookUp.versionAvailability(version(7))).toEqual(before);
  });

  it('takes a look-up that crashes for one that says nothing', async () => {
    const crash = () => Promise.reject(new Error('boom'));
    const parts = { account: { refresh: crash }, availability: { freshAvailability: crash }, countCopies: crash };
    const apiOf = () => ({ check: crash });
    const now = () => NOW;
    expect(
      (
        await lookUpPutBack(
          { ...parts, apiOf, now, engine: { cachedFacts: crash, untilCooledDown: crash } },
          's',
          version(7),
        )
      ).can,
    ).toBe(false);
  });

  it('needs the size of now', () => {
    const stored = ok({ hasNotes: false, copies: 1, neededKb: 1, leastKb: 1 });
    const verdict = canBePutBack(
      stored,
      ok({ ...MEMBER, quota: QUOTA }),
      ok({ versionId: version(7), availability: 'everyone' }),
    );
    expect(verdict).toEqual({ can: false, why: { kind: 'size-not-known' } });
  });
});
