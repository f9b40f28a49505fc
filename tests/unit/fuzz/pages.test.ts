// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findSurface } from '@/entrypoints/civitai.content/surfaces/find-surface';
import { MODEL_LINK, nameOf, targetOf } from '@/entrypoints/civitai.content/surfaces/link-target';
import {
  findActionsCard,
  findOfficialButton,
  ownLinksOf,
  readVersionList,
} from '@/entrypoints/civitai.content/surfaces/model-page';
import { createPageData } from '@/entrypoints/civitai.content/surfaces/page-data';
import { ingredientsOf, recipeListOf } from '@/entrypoints/civitai.content/surfaces/recipe-list';
import { FIXTURES } from '@/tests/unit/content/surfaces/fixtures';
import { isModelId, isVersionId, readModelId } from '@/utils/civitai/ids';
import { anyId, anyJson, fuzz, spoiled } from './fuzz';

const junk = fc.string({ unit: 'grapheme', maxLength: 20 });
const addresses = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('/models/', '/model-versions/', '/api/download/models/', 'https://civitai.red/models/'),
      anyId,
      junk,
    )
    .map(([path, id, rest]) => `${path}${String(id)}/${rest}`),
  fc
    .tuple(anyId, anyId, junk)
    .map(([one, other, rest]) => `/models/${String(one)}?modelVersionId=${String(other)}&${rest}`),
  fc.constantFrom(
    'javascript:alert(1)//models/1',
    '//evil.example/models/1',
    '/models/%00',
    '/models/١٢',
    '/models/1e3',
    '',
  ),
  fc.webUrl().map(url => `${url}/models/7`),
);
const model = {
  id: 7,
  name: 'x',
  availability: 'Public',
  modelVersions: [
    { id: 30, name: 'v3', status: 'Published', usageControl: 'Download', paidAccess: null, files: [{ sizeKB: 1 }] },
  ],
};
const state = { queries: [{ queryKey: [['model', 'getById'], { input: { id: 7 } }], state: { data: model } }] };
const data = { page: '/models/[id]', query: { id: 7 }, props: { pageProps: { id: 7, trpcState: { json: state } } } };

const pages = fc.record({
  pieces: fc.array(fc.tuple(fc.constantFrom(...Object.values(FIXTURES)), addresses, fc.boolean()), { maxLength: 5 }),
  extra: fc.array(fc.tuple(fc.constantFrom('a', 'ul', 'li', 'div', 'button', 'template'), addresses, junk), {
    maxLength: 5,
  }),
  nextData: fc.oneof(spoiled(data), anyJson).map(value => JSON.stringify(value) ?? ''),
  cutAt: fc.option(fc.nat(300), { nil: undefined, freq: 8 }),
});

type Input = typeof pages extends fc.Arbitrary<infer Page> ? Page : never;

/** The page: pieces of the site's own, with other addresses and inside of each other, and things of no kind. */
function write({ pieces, extra, nextData, cutAt }: Input): void {
  document.body.replaceChildren();
  let parent: Element = document.body;
  for (const [html, href, isNested] of pieces) {
    const box = createPiece(html, href);
    parent.append(box);
    if (isNested) parent = [...box.querySelectorAll('*')].at(-1) ?? box;
  }
  parent.append(...extra.map(createThing));
  const script = document.createElement('script');
  script.id = '__NEXT_DATA__';
  script.textContent = nextData.slice(0, cutAt);
  document.body.append(script);
}

function createPiece(html: string, href: string): Element {
  const box = document.createElement('div');
  box.innerHTML = html;
  for (const link of box.querySelectorAll('a')) link.setAttribute('href', href);
  return box;
}

function createThing([name, href, text]: Input['extra'][number]): Element {
  const node = document.createElement(name);
  node.setAttribute('href', href);
  node.setAttribute('aria-label', text);
  node.textContent = text;
  return node;
}

const modelId = readModelId('7');

it('whatever a page holds is read without a fault, and for ids alone', { timeout: 240_000 }, async () => {
  await fuzz('pages', 2_000, pages, input => {
    write(input);
    const size = document.body.innerHTML.length;
    for (const link of document.querySelectorAll<HTMLAnchorElement>(MODEL_LINK)) {
      const target = targetOf(link, 'https://civitai.com/models');
      expect(target?.modelId === undefined || isModelId(target.modelId)).toBe(true);
      expect(target?.versionId === undefined || isVersionId(target.versionId)).toBe(true);
      findSurface(link);
      nameOf(link);
      const list = recipeListOf(link);
      if (list) expect(ingredientsOf(list).every(({ versionId }) => isVersionId(versionId))).toBe(true);
    }
    readVersionList();
    findActionsCard();
    findOfficialButton();
    if (modelId === undefined) throw new Error('7 is a model id');
    expect(ownLinksOf(modelId).every(isVersionId)).toBe(true);
    const versions = createPageData().versionsOf(modelId)?.versions ?? [];
    expect(versions.every(({ versionId }) => isVersionId(versionId))).toBe(true);
    // Reading changes nothing.
    expect(document.body.innerHTML).toHaveLength(size);
  });
});
