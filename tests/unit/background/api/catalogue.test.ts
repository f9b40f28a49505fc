import { describe, expect, it } from 'vitest';
import { model, version } from './ids';
import { answering } from './vault-answers';

const FILES = [
  { id: 1, sizeKB: 9, type: 'VAE' },
  { id: 2, sizeKB: 2048.5, primary: true },
];

describe('model', () => {
  it('reads versions in their order, size of the main file, gate and privacy', async () => {
    const { api, fetch } = answering({
      id: 5,
      name: 'WAI',
      stats: {},
      modelVersions: [
        { id: 12, name: 'v2', files: FILES, paidAccess: { permanent: false, endsAt: '2027-01-01' } },
        { id: 11, name: 'v1', files: [{ sizeKB: 3 }], availability: 'Private' },
        { id: 10, availability: 'EarlyAccess', paidAccess: null },
        { id: 9, name: 'v0', availability: 'Public' },
      ],
    });
    expect(await api.model(model(5))).toEqual({
      ok: true,
      value: {
        modelId: 5,
        name: 'WAI',
        versions: [
          {
            versionId: 12,
            name: 'v2',
            isGated: true,
            isPrivate: false,
            sizeKb: 2048.5,
            need: { leastKb: 9, mostKb: 2049 },
          },
          { versionId: 11, name: 'v1', isGated: false, isPrivate: true, need: { leastKb: 3, mostKb: 3 } },
          { versionId: 10, name: '', isGated: true, isPrivate: false },
          { versionId: 9, name: 'v0', isGated: false, isPrivate: false },
        ],
      },
    });
    expect(fetch.sent[0]?.url).toBe('https://civitai.com/api/v1/models/5');
  });

  it.each([
    { id: 5, name: 'x' },
    { id: 0, modelVersions: [] },
    { id: 5, modelVersions: [{ id: '7' }] },
  ])('%o is unreadable', async body => {
    expect(await answering(body).api.model(model(5))).toMatchObject({ ok: false, problem: { kind: 'unreadable' } });
  });
});

describe('models', () => {
  it('asks for everything that the site shows', async () => {
    const { api, fetch } = answering({ items: [{ id: 5, name: 'a', mode: 'Archived', modelVersions: [] }] });
    const answer = await api.models([model(5), model(6)]);
    expect(answer).toEqual({ ok: true, value: [{ modelId: 5, name: 'a', mode: 'Archived', versions: [] }] });
    expect(fetch.sent.map(({ url }) => url)).toEqual([
      'https://civitai.com/api/v1/models?ids=5,6&nsfw=true&archived=true&limit=100',
    ]);
  });
});

describe('version', () => {
  const base = { id: 7, modelId: 5, name: 'v1' };
  const read = { versionId: 7, modelId: 5, name: 'v1', isGated: false };
  it.each([
    [
      { ...base, usageControl: 'Download', paidAccess: null, files: FILES },
      { ...read, isDownloadable: true, sizeKb: 2048.5, need: { leastKb: 9, mostKb: 2049 } },
    ],
    [
      { ...base, usageControl: 'InternalGeneration' },
      { ...read, isDownloadable: false },
    ],
    [
      { ...base, downloadUrl: 'https://civitai.com/api/download/models/7' },
      { ...read, isDownloadable: true },
    ],
    [
      { ...base, model: { name: 'WAI', mode: 'Archived', nsfw: true } },
      { ...read, modelName: 'WAI', mode: 'Archived' },
    ],
    [
      { ...base, model: null, status: 'Published', paidAccess: {} },
      { ...read, status: 'Published', isGated: true },
    ],
  ])('%o', async (body, value) => {
    const { api, fetch } = answering(body);
    expect(await api.version(version(7))).toEqual({ ok: true, value });
    expect(fetch.sent[0]?.url).toBe('https://civitai.com/api/v1/model-versions/7');
  });
});

describe('miniVersion', () => {
  it('reads name and size', async () => {
    const { api, fetch } = answering({
      air: 'x',
      versionName: 'v1',
      modelName: 'WAI',
      size: 12,
      earlyAccessEndsAt: null,
    });
    expect(await api.miniVersion(version(7))).toEqual({
      ok: true,
      value: { modelName: 'WAI', versionName: 'v1', sizeKb: 12, isGated: false, isPrivate: false },
    });
    expect(fetch.sent[0]?.url).toBe('https://civitai.com/api/v1/model-versions/mini/7');
  });
});
