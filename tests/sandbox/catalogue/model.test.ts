import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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
