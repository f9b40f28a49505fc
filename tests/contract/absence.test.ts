import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { model, type SandboxApi, startSandboxApi, successOf, version } from './sandbox-api.ts';

let api: SandboxApi;
beforeAll(async () => {
  api = await startSandboxApi();
});
afterAll(() => api.sandbox.close());
beforeEach(() => {
  api.sandbox.settings.regionHidesMature = false;
  api.sandbox.settings.regionBlocked = false;
});

/** Where the three public questions find a model: in the list, by its id, and a version of it by the mini look-up. */
async function whereFound({ modelId, versionIds }: { modelId: number; versionIds: readonly number[] }) {
  const client = api.as(undefined);
  const listed = successOf(await client.models([model(modelId), model(landmarks.wai.modelId)]));
  expect(listed.some(each => each.modelId === landmarks.wai.modelId)).toBe(true);
  const [found, mini] = await Promise.all([
    client.model(model(modelId)),
    client.miniVersion(version(versionIds[0] ?? 0)),
  ]);
  for (const answer of [found, mini]) if (!answer.ok) expect(answer.problem.kind).toBe('not-available');
  return { list: listed.some(each => each.modelId === modelId), model: found.ok, mini: mini.ok };
}

describe('what is absent in the list', () => {
  it.each([
    ['open', landmarks.wai, { list: true, model: true, mini: true }],
    ['mature', landmarks.mature, { list: true, model: true, mini: true }],
    ['archived', landmarks.archived, { list: true, model: true, mini: true }],
    ['that shows a minor', landmarks.minor, { list: false, model: true, mini: true }],
    ['of a real person', landmarks.poi, { list: false, model: false, mini: true }],
    ['unrated', landmarks.unrated, { list: false, model: false, mini: true }],
    ['deleted by its owner', landmarks.softDeleted, { list: false, model: false, mini: false }],
    ['unpublished', landmarks.unpublishedModel, { list: false, model: false, mini: false }],
    ['that no longer exists', landmarks.hardDeleted, { list: false, model: false, mini: false }],
    ['private', landmarks.privateModel, { list: false, model: false, mini: true }],
  ] as const)('is gone only if all three miss it: a model %s', async (_, landmark, expected) => {
    expect(await whereFound(landmark)).toEqual(expected);
  });

  it('may only be hidden from a region', async () => {
    api.sandbox.settings.regionHidesMature = true;
    expect(await whereFound(landmarks.mature)).toEqual({ list: false, model: false, mini: true });
    expect(await api.as(undefined).version(version(landmarks.mature.versionIds[0]))).toMatchObject({ ok: false });
  });

  it('is no absence where the whole region is refused', async () => {
    api.sandbox.settings.regionBlocked = true;
    for (const ask of [
      () => api.as(undefined).models([model(landmarks.wai.modelId)]),
      () => api.as(undefined).model(model(landmarks.wai.modelId)),
      () => api.as(undefined).miniVersion(version(landmarks.wai.versionIds[0])),
    ]) {
      expect(await ask()).toMatchObject({ ok: false, problem: { kind: 'region-blocked' } });
    }
  });
});

it('the list says of each version what tells which is newer', async () => {
  const [found] = successOf(await api.as(undefined).models([model(landmarks.wai.modelId)]));
  const dates = found?.versions.map(({ publishedAt }) => publishedAt ?? 0) ?? [];
  expect(dates.length).toBeGreaterThan(5);
  expect(dates).toEqual(dates.toSorted((a, b) => b - a));
  expect(found?.versions.every(({ baseModel }) => baseModel)).toBe(true);
});
