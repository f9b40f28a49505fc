import { describe, expect, it } from 'vitest';
import { createCivitaiApi } from '@/entrypoints/background/api/civitai-api';
import { createAvailabilityLookUp } from '@/entrypoints/background/availability/availability';
import { createFakeFetch, createTransport, html, json, NOW } from '@/tests/unit/background/api/fake-fetch';
import { model, version } from '@/tests/unit/background/api/ids';

const VERSION = {
  id: 7,
  modelId: 5,
  name: 'v16.0',
  status: 'Published',
  usageControl: 'Download',
  paidAccess: null,
  model: { name: 'WAI' },
  files: [{ id: 1, sizeKB: 2048, primary: true }],
};
const MODEL = {
  id: 5,
  name: 'WAI',
  availability: 'Public',
  modelVersions: [{ id: 7, name: 'v16.0', availability: 'Public', files: VERSION.files }],
};
const notFound = () => json({ error: 'Model not found' }, 404);

type Answer = () => Response | Promise<Response>;

/** Offers over the real API; a path not named in `answers` is a 404. */
function createTestOffers(answers: Record<string, Answer>) {
  const fetch = createFakeFetch(url => (answers[url.pathname.replace('/api/v1/', '')] ?? notFound)());
  const clock = { now: NOW };
  const api = createCivitaiApi(createTransport(fetch));
  const asked = () => fetch.sent.map(({ url }) => url.replace('https://civitai.com/api/v1/', ''));
  return { offers: createAvailabilityLookUp({ api, now: () => clock.now }), fetch, clock, asked };
}

function siteWith(changes: { version?: object; model?: object; listed?: object }): Record<string, Answer> {
  const modelVersions = MODEL.modelVersions.map(entry => ({ ...entry, ...changes.listed }));
  return {
    'model-versions/7': () => json({ ...VERSION, ...changes.version }),
    'models/5': () => json({ ...MODEL, modelVersions, ...changes.model }),
  };
}

describe('what the site offers of a version', () => {
  it('names and measures it', async () => {
    const { offers, asked } = createTestOffers(siteWith({}));
    expect(await offers.versionAvailability(version(7))).toEqual({
      ok: true,
      value: {
        versionId: 7,
        modelId: 5,
        modelName: 'WAI',
        versionName: 'v16.0',
        sizeKb: 2048,
        availability: 'everyone',
      },
    });
    expect(asked()).toEqual(['model-versions/7', 'models/5']);
  });

  it.each<[string, Parameters<typeof siteWith>[0], string]>([
    ['not to be downloaded', { version: { usageControl: 'Generation' } }, 'generation-only'],
    ['paid for', { version: { paidAccess: { permanent: true, endsAt: null } } }, 'early-access'],
    ['gated in the list only', { listed: { availability: 'EarlyAccess' } }, 'early-access'],
    ['gated and generation-only', { version: { usageControl: 'Generation', paidAccess: {} } }, 'early-access'],
    ['private', { listed: { availability: 'Private' } }, 'private'],
    ['of an archived model', { version: { model: { mode: 'Archived' } } }, 'archived'],
    ['of a model archived by its own answer', { model: { mode: 'Archived' } }, 'archived'],
    [
      'generation-only and archived',
      { version: { usageControl: 'Generation' }, model: { mode: 'Archived' } },
      'generation-only',
    ],
    ['of a model taken down', { model: { mode: 'TakenDown' } }, 'not-known'],
    ['not published any more', { version: { status: 'Unpublished' } }, 'unpublished'],
    ['of which downloads are not told', { version: { usageControl: undefined } }, 'not-known'],
    ['with a download address alone', { version: { usageControl: undefined, downloadUrl: 'x' } }, 'everyone'],
  ])('one that is %s', async (_, changes, availability) => {
    const { offers } = createTestOffers(siteWith(changes));
    expect(await offers.versionAvailability(version(7))).toMatchObject({ ok: true, value: { availability } });
  });

  it.each([
    ['open', () => json({ versionName: 'v1', availability: 'Public', size: 1 }), 'everyone'],
    ['private', () => json({ versionName: 'v1', availability: 'Private', size: 1 }), 'private'],
    ['gated', () => json({ versionName: 'v1', availability: 'EarlyAccess' }), 'early-access'],
    ['not to be learned', () => html(500), 'not-known'],
  ])('one that its model’s list leaves out is asked for again: %s', async (_, mini, availability) => {
    const { offers } = createTestOffers({
      ...siteWith({ model: { modelVersions: [] } }),
      'model-versions/mini/7': mini,
    });
    expect(await offers.versionAvailability(version(7))).toMatchObject({
      ok: true,
      value: { availability, sizeKb: 2048 },
    });
  });

  it('is unpublished when its model is not public any more, which its own answer does not tell', async () => {
    const { offers } = createTestOffers({ ...siteWith({}), 'models/5': notFound });
    expect(await offers.versionAvailability(version(7))).toMatchObject({
      ok: true,
      value: { availability: 'unpublished', modelName: 'WAI' },
    });
  });

  it('is gone, or without files, when the API says so', async () => {
    const gone = createTestOffers({});
    expect(await gone.offers.versionAvailability(version(7))).toEqual({
      ok: true,
      value: { versionId: 7, availability: 'gone' },
    });
    const empty = createTestOffers({ 'model-versions/7': () => json({ error: 'Missing model file' }, 404) });
    expect(await empty.offers.versionAvailability(version(7))).toEqual({
      ok: true,
      value: { versionId: 7, availability: 'no-files' },
    });
  });

  it('has its size looked up where the files are kept back', async () => {
    const { offers, asked } = createTestOffers({
      ...siteWith({ version: { files: [], model: { mode: 'Archived' } } }),
      'model-versions/mini/7': () => json({ versionName: 'v1', size: 99 }),
    });
    expect(await offers.versionAvailability(version(7))).toMatchObject({ ok: true, value: { sizeKb: 99 } });
    expect(asked()).toContain('model-versions/mini/7');
  });

  it('goes without a size that cannot be had', async () => {
    const { offers } = createTestOffers(siteWith({ version: { files: [] } }));
    const offer = await offers.versionAvailability(version(7));
    expect(offer.ok && 'sizeKb' in offer.value).toBe(false);
  });

  it.each<[string, Record<string, Answer>, object]>([
    ['the version', { 'model-versions/7': () => html(502) }, { kind: 'site-error' }],
    ['the version, as a stray page', { 'model-versions/7': () => html(404) }, { kind: 'unreadable' }],
    ['the model', { 'models/5': () => html(503) }, { kind: 'site-error' }],
    ['the model, as a stray page', { 'models/5': () => html(404) }, { kind: 'unreadable' }],
    ['another version', { 'model-versions/7': () => json({ ...VERSION, id: 8 }) }, { kind: 'unreadable' }],
    ['another model', { 'models/5': () => json({ ...MODEL, id: 6 }) }, { kind: 'unreadable' }],
  ])('is a problem, not an availability, when this fails: %s', async (_, answers, problem) => {
    const { offers } = createTestOffers({ ...siteWith({}), ...answers });
    expect(await offers.versionAvailability(version(7))).toEqual({ ok: false, problem });
  });
});

describe('the versions of a model', () => {
  it('come in creator order with what is certain about them', async () => {
    const modelVersions = [
      { id: 9, name: 'v2', paidAccess: {}, files: [{ sizeKB: 10, primary: true }] },
      { id: 8, name: 'v1', availability: 'Private' },
      { id: 7, name: 'v1' },
    ];
    const { offers } = createTestOffers(siteWith({ model: { modelVersions } }));
    expect(await offers.modelVersions(model(5))).toEqual({
      ok: true,
      value: {
        modelId: 5,
        modelName: 'WAI',
        versions: [
          { versionId: 9, versionName: 'v2', sizeKb: 10, availability: 'early-access' },
          { versionId: 8, versionName: 'v1', availability: 'private' },
          { versionId: 7, versionName: 'v1' },
        ],
      },
    });
  });

  it('of an archived model are archived', async () => {
    const { offers } = createTestOffers(siteWith({ model: { mode: 'Archived' } }));
    expect(await offers.modelVersions(model(5))).toMatchObject({
      value: { versions: [{ versionId: 7, availability: 'archived' }] },
    });
  });

  it('of a model that is gone are a problem', async () => {
    const { offers } = createTestOffers({});
    expect(await offers.modelVersions(model(5))).toEqual({
      ok: false,
      problem: { kind: 'not-available', obstacle: 'gone' },
    });
  });
});

describe('how often the site is asked', () => {
  it('once for everybody who asks at the same moment', async () => {
    const { offers, asked } = createTestOffers(siteWith({}));
    const answers = await Promise.all([
      offers.versionAvailability(version(7)),
      offers.versionAvailability(version(7)),
      offers.modelVersions(model(5)),
    ]);
    expect(answers[1]).toEqual(answers[0]);
    expect(asked().sort()).toEqual(['model-versions/7', 'models/5']);
  });

  it('again after 5 minutes, and after the clock was set back', async () => {
    const { offers, asked, clock } = createTestOffers(siteWith({}));
    await offers.modelVersions(model(5));
    clock.now += 5 * 60_000 - 1;
    await offers.modelVersions(model(5));
    expect(asked()).toHaveLength(1);
    clock.now += 1;
    await offers.modelVersions(model(5));
    expect(asked()).toHaveLength(2);
    clock.now -= 60_000;
    await offers.modelVersions(model(5));
    expect(asked()).toHaveLength(3);
  });

  it('again after a failure', async () => {
    const answers: Record<string, Answer> = { 'models/5': () => html(500) };
    const { offers } = createTestOffers(answers);
    expect((await offers.modelVersions(model(5))).ok).toBe(false);
    answers['models/5'] = notFound;
    expect((await offers.modelVersions(model(5))).ok).toBe(false);
    answers['models/5'] = () => json(MODEL);
    expect((await offers.modelVersions(model(5))).ok).toBe(true);
  });

  it('with two requests at a time at most', async () => {
    let running = 0;
    let most = 0;
    const slow = (body: unknown) => async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(resolve => setTimeout(resolve, 2));
      running -= 1;
      return json(body);
    };
    const ids = [1, 2, 3, 4, 5, 6];
    const answers = Object.fromEntries(ids.map(id => [`models/${id}`, slow({ ...MODEL, id })]));
    const { offers } = createTestOffers(answers);
    const found = await Promise.all(ids.map(id => offers.modelVersions(model(id))));
    expect(found.every(({ ok }) => ok)).toBe(true);
    expect(most).toBe(2);
  });
});

describe('many versions at once', () => {
  const both = [
    { versionId: version(7), modelId: model(5) },
    { versionId: version(9), modelId: model(6) },
  ];
  const other = (changes: object) => ({
    ...MODEL,
    id: 6,
    name: 'Other',
    modelVersions: [{ id: 9, name: 'v1', availability: 'Public', files: VERSION.files }],
    ...changes,
  });
  const site = (items: object[]): Record<string, Answer> => ({
    ...siteWith({}),
    models: () => json({ items }),
    'model-versions/9': () => json({ ...VERSION, id: 9, modelId: 6 }),
    'models/6': () => json(other({})),
  });
  const availabilities = async (answers: Record<string, Answer>) => {
    const { offers, asked } = createTestOffers(answers);
    const results = await offers.availabilities(both);
    return { found: results.map(each => (each.ok ? each.value.availability : each.problem.kind)), asked: asked() };
  };

  it('ask about their models together', async () => {
    const { found, asked } = await availabilities(site([MODEL, other({})]));
    expect(found).toEqual(['everyone', 'everyone']);
    expect(asked).toEqual(['models?ids=5,6&nsfw=true&archived=true&limit=100', 'model-versions/7', 'model-versions/9']);
  });

  it('ask no more where the list says what stands in the way', async () => {
    const { found, asked } = await availabilities(site([MODEL, other({ mode: 'Archived' })]));
    expect(found).toEqual(['everyone', 'archived']);
    expect(asked).not.toContain('model-versions/9');
  });

  it('take the list’s silence for nothing, and its failure neither', async () => {
    expect((await availabilities(site([MODEL]))).found).toEqual(['everyone', 'everyone']);
    const broken = { ...site([]), models: () => html(502) };
    expect((await availabilities(broken)).found).toEqual(['everyone', 'everyone']);
  });

  it('fail one by one', async () => {
    const answers = { ...site([MODEL, other({})]), 'model-versions/9': () => html(502) };
    expect((await availabilities(answers)).found).toEqual(['everyone', 'site-error']);
  });
});
