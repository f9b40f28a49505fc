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
const version = (id: number | string, key?: string) =>
  ask(sandbox, `/api/v1/model-versions/${id}`, key === undefined ? {} : { key });

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
