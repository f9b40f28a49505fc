import { describe, expect, it } from 'vitest';
import { createCivitaiApi } from '@/entrypoints/background/api/civitai-api';
import { lookUpPutBack } from '@/entrypoints/background/removal/look-up-put-back';
import { createFakeFetch, createTransport, html, json, NOW } from '@/tests/unit/background/api/fake-fetch';
import { version } from '@/tests/unit/background/api/ids';
import { ITEM } from '@/tests/unit/background/api/vault-answers';
import {
  type Answer,
  createTestLookUp,
  MODEL,
  notFound,
  siteWith,
  VERSION,
} from '@/tests/unit/background/availability/fake-site';
import { fail, ok } from '@/utils/problem';
import { canBePutBack } from '@/utils/vault/can-be-put-back';

const MEMBER = { canWrite: true, membership: 'member', tier: 'gold', isOwnerFresh: true } as const;
const QUOTA = { usedKb: 10_000, totalKb: 100_000, updatedAt: '' };
/** 2,100 KB in the vault; added again it needs at most 2,048. */
const ROW = { ...ITEM, modelVersionId: 7, modelSizeKb: 2048, files: [], detailsSizeKb: 12, imagesSizeKb: 40 };

type Given = {
  /** What the site says of the version; a path that is not named here is a 404. */
  site: Record<string, Answer>;
  account: object;
  quota: Partial<typeof QUOTA>;
  /** What the vault's check says. */
  check: Answer;
  copies: number | undefined;
  isOffline: boolean;
};

const offered = (changes: { version?: object; model?: object; listed?: object } = {}): Record<string, Answer> => {
  const listed = MODEL.modelVersions.map(entry => ({ ...entry, ...changes.listed }));
  const items = [{ ...MODEL, modelVersions: listed, ...changes.model }];
  return { 'model-versions/7': () => json({ ...VERSION, ...changes.version }), models: () => json({ items }) };
};
const holding =
  (row: object | null): Answer =>
  () =>
    json([{ modelVersionId: 7, vaultItem: row }]);

function start(given: Partial<Given>, answers: Record<string, Answer> = { ...(given.site ?? offered()) }) {
  const { site, account, quota, check = holding(ROW), copies = 1, isOffline } = given;
  const { lookUp } = createTestLookUp(answers);
  const broken = () => Promise.reject(new TypeError('Failed to fetch'));
  const fetch = createFakeFetch(isOffline ? broken : check);
  const api = createCivitaiApi(createTransport(fetch, { isOnline: () => !isOffline }));
  const snapshot = { ...MEMBER, ...account, quota: { ...QUOTA, ...quota }, session: 's', keyTail: '', asOf: NOW };
  const verdict = async (): Promise<string> => {
    Object.assign(answers, site);
    const found = await lookUpPutBack(
      {
        account: { refresh: async () => (isOffline ? fail({ kind: 'offline' }) : ok(snapshot)) },
        availability: lookUp,
        apiOf: () => api,
        countCopies: async () => ('copies' in given ? given.copies : copies),
      },
      's',
      version(7),
    );
    if (found.can) return 'yes';
    return found.why.kind === 'not-offered' ? found.why.availability : found.why.kind;
  };
  return { lookUp, verdict };
}

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
    const check = async () => ({ ok: true as const, value: new Map() });
    expect((await lookUpPutBack({ ...parts, apiOf: () => ({ check }) }, 's', version(7))).can).toBe(false);
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
