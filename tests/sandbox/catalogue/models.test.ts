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

const model = (id: number | string) => ask(sandbox, `/api/v1/models/${id}`);
const list = (query: string, key?: string) => ask(sandbox, `/api/v1/models?${query}`, key === undefined ? {} : { key });
const version = (id: number | string, key?: string) =>
  ask(sandbox, `/api/v1/model-versions/${id}`, key === undefined ? {} : { key });
const idsOf = (entries: { id: number }[]) => entries.map(({ id }) => id);

describe('models/{id} (site-facts.md G.1)', () => {
  it('has the versions in creator order, for everybody, from everywhere', async () => {
    const { status, json, headers } = await model(827184);
    expect(status).toBe(200);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['cache-control']).toBe('public, s-maxage=300, stale-while-revalidate=150');
    expect(json).toMatchObject({
      id: 827184,
      name: 'WAI-illustrious-SDXL',
      type: 'Checkpoint',
      creator: { username: 'WAI' },
    });
    expect(idsOf(json.modelVersions)).toEqual([...landmarks.wai.versionIds]);
    expect((await ask(sandbox, '/api/v1/models/827184', { method: 'OPTIONS' })).status).toBe(200);
  });

  it('says nothing of usageControl, nor of the model’s own status', async () => {
    const { json } = await model(landmarks.generationOnly.modelId);
    expect(json.modelVersions).toHaveLength(2);
    expect('status' in json).toBe(false);
    expect(JSON.stringify(json)).not.toContain('usageControl');
  });

  it.each([
    ['hidden twin', landmarks.hiddenTwin, 4],
    ['hidden between twins', landmarks.hiddenBetweenTwins, 3],
    ['unpublished version', landmarks.unpublishedVersion, 2],
    ['versions without a primary file', landmarks.noFiles, 1],
  ])('leaves out: %s', async (_what, landmark, count) => {
    expect((await model(landmark.modelId)).json.modelVersions).toHaveLength(count);
  });

  it('drops nulls and empty lists of a version: an archived one has no files at all', async () => {
    const { json } = await model(landmarks.archived.modelId);
    expect(json.mode).toBe('Archived');
    for (const entry of json.modelVersions) {
      expect(['files', 'downloadUrl', 'trainedWords', 'paidAccess'].some(name => name in entry)).toBe(false);
    }
  });

  it('has no pictures of a model that was taken down', async () => {
    const { json } = await model(landmarks.takenDown.modelId);
    expect([json.mode, 'images' in json.modelVersions[0]]).toEqual(['TakenDown', false]);
  });

  it('shows an active gate, and no ended one', async () => {
    const { json } = await model(landmarks.earlyAccess.modelId);
    const [gated, open] = json.modelVersions;
    expect(gated.paidAccess).toEqual({ permanent: false, endsAt: '2099-01-01T00:00:00.000Z' });
    expect(gated.earlyAccessDeadline).toBe('2099-01-01T00:00:00.000Z');
    expect('paidAccess' in open).toBe(false);
  });

  it('has files with size, hashes and the primary mark where it is true', async () => {
    const [file] = (await model(827184)).json.modelVersions[0].files;
    expect(file).toMatchObject({ id: 2402203, sizeKB: 6_775_430, primary: true, metadata: { format: 'SafeTensor' } });
    expect(file.hashes.SHA256).toMatch(/^[0-9A-F]{64}$/);
    expect(file.downloadUrl).toBe('https://civitai.com/api/download/models/2514310');
  });

  it.each([
    ['unknown', 99],
    ['soft-deleted', landmarks.softDeleted.modelId],
    ['hard-deleted', landmarks.hardDeleted.modelId],
    ['unpublished', landmarks.unpublishedModel.modelId],
    ['private', landmarks.privateModel.modelId],
    ['never rated', landmarks.unrated.modelId],
    ['of a real person', landmarks.poi.modelId],
  ])('is the same 404 for: %s', async (_what, id) => {
    const { status, json } = await model(id);
    expect([status, json]).toEqual([404, { error: `No model with id ${id}` }]);
  });

  it('shows mature models without being asked', async () => {
    expect((await model(landmarks.mature.modelId)).status).toBe(200);
  });

  it.each(['0', '-1', 'abc', '1.5', '2147483648', '99999999999'])('%s is a 400', async id => {
    expect((await model(id)).status).toBe(400);
  });
});

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

describe('model-versions/{id} (G.3)', () => {
  it('has usageControl, the gate, the model and the files', async () => {
    const { status, json } = await version(2514310);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      id: 2514310,
      modelId: 827184,
      name: 'v16.0',
      status: 'Published',
      usageControl: 'Download',
      paidAccess: null,
      air: 'urn:air:illustrious:checkpoint:civitai:827184@2514310',
      model: { name: 'WAI-illustrious-SDXL', type: 'Checkpoint', nsfw: false, poi: false },
    });
    expect(json.files[0]).toMatchObject({ id: 2402203, primary: true });
  });

  it.each([
    ['generation-only', landmarks.generationOnly.generationVersionId, { usageControl: 'Generation' }],
    ['gated', landmarks.earlyAccess.gatedVersionId, { paidAccess: { permanent: false } }],
    ['gated for ever', landmarks.permanentGate.versionIds[0], { paidAccess: { permanent: true, endsAt: null } }],
    ['archived', landmarks.archived.versionIds[0], { model: { mode: 'Archived' } }],
    ['mature', landmarks.mature.versionIds[0], { nsfwLevel: 28 }],
    [
      'private, for its availability is not looked at',
      landmarks.privateVersion.privateVersionId,
      { status: 'Published' },
    ],
  ])('tells: %s', async (_what, id, expected) => {
    const { status, json } = await version(id);
    expect(status).toBe(200);
    expect(json).toMatchObject(expected);
  });

  it.each([
    ['unknown', 1999999999, 404, 'Model not found'],
    ['unpublished', landmarks.unpublishedVersion.unpublishedVersionId, 404, 'Model not found'],
    ['deleted', landmarks.softDeleted.versionIds[0], 404, 'Model not found'],
    ['never rated', landmarks.unrated.versionIds[0], 404, 'Model not found'],
    ['without files', landmarks.noFiles.noFilesId, 404, 'Missing model file'],
    ['without a primary file', landmarks.noFiles.noPrimaryId, 404, 'Missing model file'],
    ['no number', 'abc', 400, 'Invalid id'],
  ])('%s', async (_what, id, status, error) => {
    const answer = await version(id);
    expect([answer.status, answer.json]).toEqual([status, { error }]);
  });

  it('a huge id is a 500', async () => {
    expect((await version('99999999999')).status).toBe(500);
  });

  it('has the documented early-access fields only where it is documented', async () => {
    const names = ['availability', 'earlyAccessConfig', 'earlyAccessEndsAt'];
    const real = (await version(landmarks.earlyAccess.gatedVersionId)).json;
    sandbox.settings.flavour = 'documented';
    const documented = (await version(landmarks.earlyAccess.gatedVersionId)).json;
    expect(names.filter(name => name in real)).toEqual([]);
    expect(names.filter(name => name in documented)).toEqual(names);
  });
});

describe('model-versions/mini/{id} (G.4)', () => {
  const mini = (id: number | string, key?: string) => version(`mini/${id}`, key);

  it('has name, size and file, but no ids, usageControl or status', async () => {
    const { json } = await mini(2514310);
    expect(json).toMatchObject({
      air: expect.stringMatching(/:827184@2514310$/),
      versionName: 'v16.0',
      modelName: 'WAI-illustrious-SDXL',
      size: 6_775_430,
      fileName: 'waiIllustriousSDXL_v160.safetensors',
      availability: 'Public',
    });
    expect(['id', 'modelId', 'usageControl', 'status'].some(name => name in json)).toBe(false);
  });

  it('shows unpublished versions to their owner alone', async () => {
    const own = sandbox.catalogue.findVersion(landmarks.ownPrivate.versionIds[0]);
    if (own) own.status = 'Unpublished';
    expect((await mini(own?.id ?? 0)).status).toBe(404);
    expect((await mini(own?.id ?? 0, keys.second)).status).toBe(404);
    expect((await mini(own?.id ?? 0, keys.small)).status).toBe(200);
  });

  it('does not filter by rating', async () => {
    expect((await mini(landmarks.unrated.versionIds[0])).status).toBe(200);
  });

  it.each([
    ['unknown', 1999999999, 404],
    ['unpublished', landmarks.unpublishedVersion.unpublishedVersionId, 404],
    ['without files', landmarks.noFiles.noFilesId, 404],
    ['no number', 'abc', 400],
    ['beyond 32 bits', '99999999999', 500],
  ])('%s', async (_what, id, status) => {
    expect((await mini(id)).status).toBe(status);
  });
});
