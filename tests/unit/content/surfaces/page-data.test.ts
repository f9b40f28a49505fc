// @vitest-environment happy-dom
import { stringify } from 'devalue';
import { afterEach, describe, expect, it } from 'vitest';
import { createPageData } from '@/entrypoints/civitai.content/surfaces/page-data';
import { isModelId, type ModelId } from '@/utils/civitai/ids';

function modelId(value: number): ModelId {
  if (!isModelId(value)) throw new Error(`${value} is not a model id`);
  return value;
}

const file = { id: 1, sizeKB: 2048.5, type: 'Model', metadata: {} };
const model = {
  id: 7,
  name: 'Some model',
  availability: 'Public',
  mode: null,
  publishedAt: new Date(0),
  modelVersions: [
    { id: 30, name: 'v3', status: 'Published', usageControl: 'Download', paidAccess: null, files: [file] },
    { id: 20, name: 'v2', status: 'Published', usageControl: 'Generation', paidAccess: null, files: [file] },
    {
      id: 10,
      name: 'v1',
      status: 'Published',
      usageControl: 'Download',
      paidAccess: { permanent: true },
      canDownload: false,
      files: [file],
    },
    { id: 5, name: 'v0', status: 'Draft', usageControl: 'Download', paidAccess: null, files: [] },
    { id: 99999999999, name: 'bad' },
  ],
};
const state = {
  mutations: [],
  queries: [
    { queryKey: [['other', 'thing']], state: { data: { id: 7 } } },
    { queryKey: [['model', 'getById'], { input: { id: 7 }, type: 'query' }], state: { data: model } },
  ],
};

function writePage(trpcState: unknown, id: string | number = 7, session?: unknown): void {
  const data = { page: '/models/[id]/[[...slug]]', query: { id }, props: { pageProps: { id: 7, trpcState, session } } };
  document.body.innerHTML = '<script id="__NEXT_DATA__" type="application/json"></script>';
  const script = document.getElementById('__NEXT_DATA__');
  if (script) script.textContent = JSON.stringify(data);
}

const need = { leastKb: 2048, mostKb: 2049 };
const expected = {
  modelId: 7,
  modelName: 'Some model',
  versions: [
    { versionId: 30, versionName: 'v3', availability: 'everyone', sizeKb: 2048.5, need },
    { versionId: 20, versionName: 'v2', availability: 'generation-only', sizeKb: 2048.5, need },
    { versionId: 10, versionName: 'v1', availability: 'early-access', isWithheld: true, sizeKb: 2048.5, need },
    { versionId: 5, versionName: 'v0', availability: 'unpublished' },
  ],
};

afterEach(() => {
  document.body.innerHTML = '';
});

describe('createPageData', () => {
  it('reads the superjson form', () => {
    writePage({ json: JSON.parse(JSON.stringify(state)), meta: { values: {} } }, '7');
    expect(createPageData().versionsOf(modelId(7))).toEqual(expected);
  });

  it('reads the devalue form', () => {
    writePage(stringify(state));
    expect(createPageData().versionsOf(modelId(7))).toEqual(expected);
  });

  it('ignores what a creator has planted in a description', () => {
    writePage({ json: state });
    const stolen = { ...model, name: 'Planted', modelVersions: [{ id: 666, name: 'v3', files: [file] }] };
    const planted = document.createElement('p');
    planted.id = '__NEXT_DATA__';
    planted.textContent = JSON.stringify({
      query: { id: 7 },
      props: { pageProps: { trpcState: { json: { queries: [{ ...state.queries[1], state: { data: stolen } }] } } } },
    });
    document.body.prepend(planted);
    expect(createPageData().versionsOf(modelId(7))).toEqual(expected);
  });

  it('does not count for another model than the one it was written for', () => {
    writePage({ json: state });
    expect(createPageData().versionsOf(modelId(8))).toBeUndefined();
  });

  it.each([
    ['nothing', undefined],
    ['no queries', { json: {} }],
    ['a broken string', '[{"queries":'],
    ['another shape', { json: { queries: 'none' } }],
    ['a number', 5],
  ])('gives nothing for %s', (_, trpcState) => {
    writePage(trpcState);
    expect(createPageData().versionsOf(modelId(7))).toBeUndefined();
  });

  it('gives nothing without the element, or when it is cut off', () => {
    expect(createPageData().versionsOf(modelId(7))).toBeUndefined();
    document.body.innerHTML = '<script id="__NEXT_DATA__" type="application/json">{"query":{"id":7}</script>';
    expect(createPageData().versionsOf(modelId(7))).toBeUndefined();
  });

  it('knows archived and private models', () => {
    const archived = { ...model, mode: 'Archived', modelVersions: model.modelVersions.slice(0, 1) };
    writePage({ json: { queries: [{ queryKey: [['model', 'getById']], state: { data: archived } }] } });
    expect(createPageData().versionsOf(modelId(7))?.versions[0]?.availability).toBe('archived');
    writePage({
      json: {
        queries: [{ queryKey: [['model', 'getById']], state: { data: { ...archived, availability: 'Private' } } }],
      },
    });
    expect(createPageData().versionsOf(modelId(7))?.versions[0]?.availability).toBe('private');
  });

  it.each([
    ['the user in a session', { user: { id: 5 }, expires: 'soon' }, 5],
    ['the user itself', { id: 5, tier: 'gold' }, 5],
    ['no account', undefined, undefined],
    ['something else', { user: 'x' }, undefined],
  ])('says who is logged in: %s', (_, session, expectedId) => {
    writePage('[broken', 7, session);
    expect(createPageData().siteUserId()).toBe(expectedId);
  });
});
