import { parse } from 'devalue';
import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { createWorld } from '@/sandbox/create-world.ts';
import { ask, askDocument } from './ask.ts';

const { wai } = landmarks;
const WAI = `/models/${wai.modelId}/wai-illustrious-sdxl`;

function listOf(document: Awaited<ReturnType<typeof askDocument>>['document']) {
  const left = document.querySelector('button[aria-label="Scroll versions left"]');
  const list = left?.closest('.mantine-ScrollArea-root');
  const buttons = [...(list?.querySelectorAll('button.mantine-Button-root[data-size="compact-sm"]') ?? [])];
  return { list, buttons, names: buttons.map(button => button.textContent) };
}

describe('the version list (site-facts.md B.1)', () => {
  it('has a button for each of twelve versions, in creator order, and both scroll buttons', async () => {
    const world = createWorld();
    const { document } = await askDocument(world, WAI);
    const { list, names } = listOf(document);
    expect(names).toEqual(world.catalogue.findModel(wai.modelId)?.versions.map(({ name }) => name));
    expect(names).toHaveLength(12);
    expect(list?.querySelector('button[aria-label="Scroll versions right"]')).not.toBeNull();
  });

  it('names no version: no id, no address, no data attribute', async () => {
    const { document } = await askDocument(createWorld(), WAI, { account: 'small' });
    const { list } = listOf(document);
    const markup = list?.outerHTML ?? '';
    expect(markup).not.toBe('');
    for (const id of wai.versionIds) expect(markup).not.toContain(String(id));
    expect(markup).not.toMatch(/\shref=|\sid=/);
  });

  it('tells the active version by the inline variable alone', async () => {
    const { document } = await askDocument(createWorld(), `${WAI}?modelVersionId=${wai.versionIds[2]}`);
    const active = listOf(document).buttons.filter(button => button.getAttribute('style')?.includes('blue-filled'));
    expect(active.map(button => button.textContent)).toEqual(['v14.0']);
    expect(active[0]?.getAttribute('data-variant')).toBe('filled');
  });

  it('uses the light variant for the others by day', async () => {
    const { document } = await askDocument(createWorld(), WAI, { cookies: { 'mantine-color-scheme': 'light' } });
    const variants = listOf(document).buttons.map(button => button.getAttribute('data-variant'));
    expect(variants).toEqual(['filled', ...Array.from({ length: 11 }, () => 'light')]);
  });

  it('shows what the public API leaves out, and not what is unpublished', async () => {
    const world = createWorld();
    const twin = await askDocument(world, `/models/${landmarks.hiddenTwin.modelId}/hidden-twin`);
    expect(listOf(twin.document).names).toEqual(['v3.0', 'v2.0', 'v2.0', 'v1.5', 'v1.0']);
    const partly = await askDocument(world, `/models/${landmarks.unpublishedVersion.modelId}/partly-withdrawn`);
    expect(listOf(partly.document).names).toEqual(['v3.0', 'v1.0']);
  });

  it('sets a bolt beside an early-access version', async () => {
    const { document } = await askDocument(createWorld(), `/models/${landmarks.earlyAccess.modelId}/early-bird`);
    const groups = listOf(document).buttons.map(button => button.parentElement);
    expect(groups.map(group => group?.querySelectorAll('.mantine-ThemeIcon-root').length)).toEqual([1, 0]);
  });

  it("wraps an owner's versions in a group with a menu", async () => {
    const to = `/models/${landmarks.ownPrivate.modelId}/own-private-model`;
    const { document } = await askDocument(createWorld(), to, { account: 'small' });
    expect(listOf(document).buttons[0]?.parentElement?.className).toContain('mantine-ButtonGroup-group');
  });
});

describe('__NEXT_DATA__ (site-facts.md B.6)', () => {
  it('carries the model as superjson, dates listed apart', async () => {
    const { nextData } = await askDocument(createWorld(), `${WAI}?modelVersionId=${wai.versionIds[1]}`);
    expect(nextData.page).toBe('/models/[id]/[[...slug]]');
    expect(nextData.query).toMatchObject({ id: String(wai.modelId), slug: ['wai-illustrious-sdxl'] });
    const { json, meta } = nextData.props.pageProps.trpcState;
    expect(json.queries[0].queryKey).toEqual([
      ['model', 'getById'],
      { input: { id: wai.modelId, excludeTrainingData: true }, type: 'query' },
    ]);
    const data = json.queries[0].state.data;
    expect(data.modelVersions.map(({ id }: { id: number }) => id)).toEqual(wai.versionIds);
    expect(meta.values['queries.0.state.data.modelVersions.0.publishedAt']).toEqual(['Date']);
  });

  it('carries the same as a devalue string', async () => {
    const { nextData } = await askDocument(createWorld({ settings: { trpcEncoding: 'devalue' } }), WAI);
    const { trpcState } = nextData.props.pageProps;
    expect(trpcState).toBeTypeOf('string');
    const data = parse(trpcState).queries[0].state.data;
    expect(data.modelVersions.map(({ id }: { id: number }) => id)).toEqual(wai.versionIds);
    expect(data.modelVersions[0].publishedAt).toBeInstanceOf(Date);
  });

  it('leaves the query out where the prefetch failed, and the page shows its loader', async () => {
    const world = createWorld({ settings: { modelPrefetch: false } });
    const { nextData, document } = await askDocument(world, WAI);
    expect(nextData.props.pageProps.trpcState.json.queries).toEqual([]);
    expect(document.querySelector('.mantine-Loader-root')).not.toBeNull();
    expect(listOf(document).buttons).toEqual([]);
  });

  it('says who is logged in on this host, and nothing for a visitor', async () => {
    const world = createWorld();
    const member = await askDocument(world, WAI, { account: 'small' });
    expect(member.nextData.props.pageProps.session.user).toMatchObject({ id: 12345, tier: 'bronze' });
    const visitor = await askDocument(world, WAI, { host: 'civitai.red' });
    expect(visitor.nextData.props.pageProps.session).toBeUndefined();
    expect(visitor.nextData.props.pageProps.domain).toBe('blue');
  });

  it('has no `trpcState` in what a client navigation gets', async () => {
    const world = createWorld();
    const { nextData } = await askDocument(world, WAI);
    const { body } = await ask(world, `/_next/data/${nextData.buildId}${WAI}.json`);
    const { pageProps } = JSON.parse(String(body));
    expect(pageProps.id).toBe(wai.modelId);
    expect(pageProps).not.toHaveProperty('trpcState');
  });

  it('cannot be ended by markup in a description', async () => {
    const world = createWorld();
    const model = world.catalogue.findModel(wai.modelId);
    if (model) model.description = '<p></script><script>1</script>\u2028</p>';
    const { nextData } = await askDocument(world, WAI);
    const { description } = nextData.props.pageProps.trpcState.json.queries[0].state.data;
    expect(description).toContain('</script><script>1</script>\u2028');
  });
});

describe('what else is in the markup', () => {
  it('says light in the document and no vault button before access is known', async () => {
    const { html, document } = await askDocument(createWorld(), WAI, { account: 'small' });
    expect(html).toContain('<html lang="en" data-mantine-color-scheme="light">');
    expect(document.querySelector('#main > .scroll-area')).not.toBeNull();
    expect(document.querySelector('button[aria-label="Share"]')).not.toBeNull();
    expect(document.querySelector('button[aria-label$="Vault"]')).toBeNull();
    expect(document.querySelector(`a[href^="/api/download/models/${wai.versionIds[0]}"]`)).toBeNull();
  });

  it('names the version in the AIR, the reviews and the recommendations', async () => {
    const { document } = await askDocument(createWorld(), WAI, { account: 'small' });
    const air = [...document.querySelectorAll('code')].map(code => code.textContent);
    expect(air).toEqual(['civitai:', String(wai.modelId), '@', String(wai.versionIds[0])]);
    expect(
      document.querySelector(`a[href="/models/${wai.modelId}/reviews?modelVersionId=${wai.versionIds[0]}"]`),
    ).not.toBeNull();
    const recommended = document.querySelectorAll('a.mantine-Card-root[data-activity="follow-recommendation:details"]');
    expect(recommended.length).toBeGreaterThan(0);
    for (const row of recommended) expect(row.getAttribute('href')).toMatch(/^\/models\/\d+.*\?modelVersionId=\d+$/);
  });

  it('has no AIR for visitors and no review link without reviews', async () => {
    const world = createWorld();
    const unreviewed = world.catalogue.ordinaryVersions().find(({ id }) => id % 7 === 0);
    const to = `/models/${unreviewed?.modelId}?modelVersionId=${unreviewed?.id}`;
    const { headers } = await ask(world, to);
    const { document } = await askDocument(world, String(headers.location ?? to));
    expect(document.querySelector('h1')?.textContent).toBe(world.catalogue.findModel(unreviewed?.modelId ?? 0)?.name);
    expect(document.querySelector('code')).toBeNull();
    expect(document.querySelector('a[href*="/reviews?"]')).toBeNull();
  });

  it('has links with ids that are none on one model, and links to other hosts on another', async () => {
    const world = createWorld();
    const bad = await askDocument(world, `/models/${landmarks.singleVersion.modelId}/${slugOf(world)}`);
    for (const id of ['99999999999', '0', '-1', '1e3', '1,abc']) expect(bad.html).toContain(`modelVersionId=${id}"`);
    const { html } = await askDocument(world, WAI);
    expect(html).toContain('href="https://civitai.red/models/');
    expect(html).toContain('href="https://example.com/models/');
  });

  it('hashes module names anew for every process, in the pattern of the bundler', async () => {
    const { html } = await askDocument(createWorld(), WAI);
    expect(html).toMatch(/ModelVersionList-module-scss-module__[\w-]{6}__scrollArea/);
  });

  it('has no card before hydration', async () => {
    const { document } = await askDocument(createWorld(), '/models');
    expect(document.querySelector('button[aria-label="More options"]')).toBeNull();
  });
});

function slugOf(world: ReturnType<typeof createWorld>): string {
  const name = world.catalogue.findModel(landmarks.singleVersion.modelId)?.name ?? '';
  return name.toLowerCase().replaceAll(' ', '-');
}
