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
