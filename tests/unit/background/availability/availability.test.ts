import { describe, expect, it } from 'vitest';
import { html, json } from '@/tests/unit/background/api/fake-fetch';
import { version } from '@/tests/unit/background/api/ids';
import { type Answer, createTestLookUp, MODEL, notFound, siteWith, VERSION } from './fake-site';

describe('the availability of a version', () => {
  it('names and measures it', async () => {
    const { lookUp, asked } = createTestLookUp(siteWith({}));
    expect(await lookUp.versionAvailability(version(7))).toEqual({
      ok: true,
      value: {
        versionId: 7,
        modelId: 5,
        modelName: 'WAI',
        versionName: 'v16.0',
        sizeKb: 2048,
        need: { leastKb: 2048, mostKb: 2048 },
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
    ['of which downloads are not mentioned', { version: { usageControl: undefined } }, 'not-known'],
    ['with a download address alone', { version: { usageControl: undefined, downloadUrl: 'x' } }, 'everyone'],
  ])('one that is %s', async (_, changes, availability) => {
    const { lookUp } = createTestLookUp(siteWith(changes));
    expect(await lookUp.versionAvailability(version(7))).toMatchObject({ ok: true, value: { availability } });
  });

  it.each([
    ['open', () => json({ versionName: 'v1', availability: 'Public', size: 1 }), 'everyone'],
    ['private', () => json({ versionName: 'v1', availability: 'Private', size: 1 }), 'private'],
    ['gated', () => json({ versionName: 'v1', availability: 'EarlyAccess' }), 'early-access'],
    ['not to be learned', () => html(500), 'not-known'],
  ])('one that its model’s list leaves out is asked for again: %s', async (_, mini, availability) => {
    const { lookUp } = createTestLookUp({
      ...siteWith({ model: { modelVersions: [] } }),
      'model-versions/mini/7': mini,
    });
    expect(await lookUp.versionAvailability(version(7))).toMatchObject({
      ok: true,
      value: { availability, sizeKb: 2048 },
    });
  });

  it('is unpublished when its model is not public any more, which its own answer does not say', async () => {
    const { lookUp } = createTestLookUp({ ...siteWith({}), 'models/5': notFound });
    expect(await lookUp.versionAvailability(version(7))).toMatchObject({
      ok: true,
      value: { availability: 'unpublished', modelName: 'WAI' },
    });
  });

  it('is gone, or without files, when the API says so', async () => {
    const gone = createTestLookUp({});
    expect(await gone.lookUp.versionAvailability(version(7))).toEqual({
      ok: true,
      value: { versionId: 7, availability: 'gone' },
    });
    const empty = createTestLookUp({ 'model-versions/7': () => json({ error: 'Missing model file' }, 404) });
    expect(await empty.lookUp.versionAvailability(version(7))).toEqual({
      ok: true,
      value: { versionId: 7, availability: 'no-files' },
    });
  });

  it('has its size looked up where the files are kept back', async () => {
    const { lookUp, asked } = createTestLookUp({
      ...siteWith({ version: { files: [], model: { mode: 'Archived' } } }),
      'model-versions/mini/7': () => json({ versionName: 'v1', size: 99 }),
    });
    expect(await lookUp.versionAvailability(version(7))).toMatchObject({ ok: true, value: { sizeKb: 99 } });
    expect(asked()).toContain('model-versions/mini/7');
  });

  it('goes without a size that cannot be had', async () => {
    const { lookUp } = createTestLookUp(siteWith({ version: { files: [] } }));
    const found = await lookUp.versionAvailability(version(7));
    expect(found.ok && 'sizeKb' in found.value).toBe(false);
  });

  it.each<[string, Record<string, Answer>, object]>([
    ['the version', { 'model-versions/7': () => html(502) }, { kind: 'site-error' }],
    ['the version, as a stray page', { 'model-versions/7': () => html(404) }, { kind: 'unreadable' }],
    ['the model', { 'models/5': () => html(503) }, { kind: 'site-error' }],
    ['the model, as a stray page', { 'models/5': () => html(404) }, { kind: 'unreadable' }],
    ['another version', { 'model-versions/7': () => json({ ...VERSION, id: 8 }) }, { kind: 'unreadable' }],
    ['another model', { 'models/5': () => json({ ...MODEL, id: 6 }) }, { kind: 'unreadable' }],
  ])('is a problem, not an availability, when this fails: %s', async (_, answers, problem) => {
    const { lookUp } = createTestLookUp({ ...siteWith({}), ...answers });
    expect(await lookUp.versionAvailability(version(7))).toEqual({ ok: false, problem });
  });
});
