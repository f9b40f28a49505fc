import { expect, it, vi } from 'vitest';
import { createLookUps } from '@/entrypoints/civitai.content/vault-client/look-ups';
import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import { isModelId } from '@/utils/civitai/ids';
import { fail, ok } from '@/utils/problem';
import { fakeClient } from './fake-client';

const modelId = 12;
if (!isModelId(modelId)) throw new Error('not an id');

it('keeps a model’s versions for as long as the page lives, and forgets them when they are looked up anew', async () => {
  const found = { modelId, modelName: 'Ink Circuit', versions: [] };
  const modelVersions = vi.fn<Client['modelVersions']>(async () => ok(found));
  const lookUps = createLookUps(fakeClient({ modelVersions }), () => {});
  for (const _ of [1, 2]) await lookUps.target({ modelId });
  expect([modelVersions.mock.calls.length, lookUps.versionsOf(modelId)]).toEqual([1, found]);
  modelVersions.mockResolvedValueOnce(fail({ kind: 'offline' }));
  expect(await lookUps.target({ modelId }, true)).toEqual({ kind: 'offline' });
  expect(lookUps.versionsOf(modelId)).toBeUndefined();
  expect(modelVersions).toHaveBeenLastCalledWith(modelId, true);
});
