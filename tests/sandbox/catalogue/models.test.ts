import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { ask } from '@/tests/sandbox/ask.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterEach(() => {
  sandbox.settings.flavour = 'real';
});
afterAll(() => sandbox.close());
const list = (query: string, key?: string) => ask(sandbox, `/api/v1/models?${query}`, key === undefined ? {} : { key });
const idsOf = (entries: { id: number }[]) => entries.map(({ id }) => id);

describe('models?… (G.2)', () => {
  it('has found ids in the order of sort, not of the request; missing ones are silently absent', async () => {
    const ids = [827184, 99, landmarks.hiddenTwin.modelId, landmarks.sameNames.modelId];
    const { json } = await list(`ids=${ids.join(',')}`);
    expect(new Set(idsOf(json.items))).toEqual(new Set([ids[0], ids[2], ids[3]]));
    const reversed = await list(`ids=${ids.reverse().join(',')}`);
    expect(idsOf(reversed.json.items)).toEqual(idsOf(json.items));
  });

  it.each([
    ['mature', landmarks.mature.modelId, '', false],
    ['mature with nsfw=true', landmarks.mature.modelId, '&nsfw=true', true],
    ['a minor’s picture', landmarks.minor.modelId, '', true],
    ['a minor’s picture with nsfw=true', landmarks.minor.modelId, '&nsfw=true', false],
    ['archived', landmarks.archived.modelId, '', false],
    ['archived with archived=true', landmarks.archived.modelId, '&archived=true', true],
    ['archived with archived=false, a non-empty text', landmarks.archived.modelId, '&archived=false', true],
    ['archived with an empty archived=', landmarks.archived.modelId, '&archived=', false],
    ['a real person', landmarks.poi.modelId, '&nsfw=true', false],
    ['private', landmarks.privateModel.modelId, '&nsfw=true', false],
    ['unpublished', landmarks.unpublishedModel.modelId, '&nsfw=true', false],
    ['never rated', landmarks.unrated.modelId, '&nsfw=true', false],
  ])('%s', async (_what, id, more, isThere) => {
    expect((await list(`ids=${id}${more}`)).json.items).toHaveLength(isThere ? 1 : 0);
  });

  it('reduces models to the versions asked for', async () => {
    const [, second, third] = landmarks.wai.versionIds;
    const { json } = await list(`modelVersionIds=${second},${third},${landmarks.rtl.versionIds[0]}`);
    expect(new Set(idsOf(json.items))).toEqual(new Set([827184, landmarks.rtl.modelId]));
    const wai = json.items.find(({ id }: { id: number }) => id === 827184);
    expect(idsOf(wai.modelVersions)).toEqual([second, third]);
  });

  it('names gated versions only together with their model', async () => {
    const { modelId, gatedVersionId } = landmarks.earlyAccess;
    expect((await list(`modelVersionIds=${gatedVersionId}`)).json.items).toEqual([]);
    expect((await list(`modelVersionIds=${gatedVersionId}&ids=${modelId}`)).json.items).toHaveLength(1);
  });

  it('has versions without status and createdAt, with empty lists', async () => {
    const { json } = await list(`ids=${landmarks.archived.modelId}&archived=1`);
    const [entry] = json.items[0].modelVersions;
    expect(['status', 'createdAt', 'covered', 'usageControl'].some(name => name in entry)).toBe(false);
    expect(entry).toMatchObject({ files: [], supportsGeneration: true });
  });

  it('takes download addresses from the host that was asked', async () => {
    const { json } = await ask(sandbox, '/api/v1/models?ids=827184', { host: 'civitai.red' });
    expect(json.items[0].modelVersions[0].downloadUrl).toMatch(/^https:\/\/civitai\.red\//);
  });

  it('pages by cursor until everything was shown once', async () => {
    const seen: number[] = [];
    let path = '/api/v1/models?limit=40&nsfw=true&archived=true';
    while (path) {
      const { json } = await ask(sandbox, path);
      seen.push(...idsOf(json.items));
      path = json.metadata.nextPage?.replace('https://civitai.com', '') ?? '';
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe((await list('limit=100&nsfw=true&archived=true')).json.items.length + seen.length - 100);
    expect(seen.length).toBeGreaterThan(120);
  });

  it.each([
    ['types=LORA', (item: { type: string }) => item.type === 'LORA'],
    ['types=LORA&types=VAE', (item: { type: string }) => ['LORA', 'VAE'].includes(item.type)],
    ['tag=character', (item: { tags: string[] }) => item.tags.includes('character')],
    ['username=WAI', (item: { creator: { username: string } }) => item.creator.username === 'WAI'],
    ['query=illustrious', (item: { name: string }) => item.name.includes('illustrious')],
    [
      'baseModels=Pony',
      (item: { modelVersions: { baseModel: string }[] }) =>
        item.modelVersions.every(entry => entry.baseModel === 'Pony'),
    ],
  ])('%s filters', async (query, matches) => {
    const { items } = (await list(query)).json;
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(matches)).toBe(true);
  });

  it('primaryFileOnly=true leaves out other files', async () => {
    const { items } = (await list('primaryFileOnly=true&limit=100')).json;
    const files = items.flatMap((item: { modelVersions: { files: unknown[] }[] }) =>
      item.modelVersions.map(v => v.files.length),
    );
    expect(new Set(files)).toEqual(new Set([1]));
  });

  it.each([
    'limit=101',
    'limit=-1',
    'limit=abc',
    'types=LORA,VAE',
    'types=Nonsense',
    'ids=1,abc',
    'ids=2147483648',
    'sort=Nonsense',
    'page=0',
  ])('%s is a 400 with a ZodError', async query => {
    const { status, json } = await list(query);
    expect([status, json.error.name]).toEqual([400, 'ZodError']);
  });

  it('too deep a page is a 429', async () => {
    expect((await list('limit=100&page=11')).status).toBe(429);
  });

  it.each(['favorites=false', 'hidden=false'])('%s needs an account', async query => {
    expect((await list(query)).status).toBe(401);
    expect((await list(query, keys.small)).status).toBe(200);
  });

  it('is cached for strangers, not for members', async () => {
    expect((await list('limit=1')).headers['cache-control']).toContain('s-maxage=300');
    expect((await list('limit=1', keys.small)).headers['cache-control']).toContain('private');
  });

  it.each(['/api/v1/models', '/api/v1/model-versions/2514310', '/api/v1/model-versions/mini/2514310'])(
    '%s looks at the method before CORS: a preflight is a 405',
    async path => {
      const { status, headers } = await ask(sandbox, path, { method: 'OPTIONS' });
      expect([status, headers['access-control-allow-origin']]).toEqual([405, undefined]);
    },
  );
});
