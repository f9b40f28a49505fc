// @vitest-environment happy-dom

import { afterEach, expect, it, vi } from 'vitest';
import { createMenu } from '@/entrypoints/civitai.content/menu/menu';
import { noAttention } from '@/tests/unit/content/presses/attention-stage';
import { fakeClient } from '@/tests/unit/content/vault-client/fake-client';
import { rootOf } from '@/tests/unit/support/root-of';
import { isModelId, isVersionId } from '@/utils/civitai/ids';
import { fail, ok } from '@/utils/problem';
import type { VaultState } from '@/utils/vault/membership';
import type { ModelVersions } from '@/utils/vault/version-availability';

const modelId = 12;
const [first, second] = [30, 31];
if (!isModelId(modelId) || !isVersionId(first) || !isVersionId(second)) throw new Error('not ids');
const need = { leastKb: 500, mostKb: 501 };
const amber: ModelVersions = {
  ...{ modelId, modelName: 'Amber' },
  versions: [first, second].map(versionId => ({ versionId, versionName: `v${versionId}`, need })),
};

const ending = new AbortController();
afterEach(() => ending.abort());

it('the menu asks what is free when it opens, and again as soon as one of its versions has changed', async () => {
  const states = new Map<number, VaultState>();
  const client = fakeClient({ fact: id => ({ versionId: id, state: states.get(id) ?? 'out', asOf: 1 }) });
  const found = async () => fail({ kind: 'unexpected' });
  const lookUps = { versionsOf: () => amber, availabilityOf: () => undefined, model: found, version: found };
  const freeSpace = vi.fn(async () => ok({ freeKb: 900, asOf: 1 }));
  const opener = document.createElement('button');
  document.body.append(opener);
  const menu = createMenu(
    { client, lookUps: { ...lookUps, target: async () => undefined }, intents: { overlay: (_, fact) => fact } },
    { version: async () => {} },
    { attention: noAttention, warn: vi.fn(), choose: vi.fn(), client: fakeClient({ freeSpace }) },
    ending.signal,
  );
  const text = () => rootOf(document.querySelector('[data-vaulted-ui="menu"]'))?.querySelector('ul')?.textContent ?? '';
  menu.open(() => ({ target: { modelId }, name: 'Amber' }), opener);
  await vi.waitFor(() => expect(freeSpace).toHaveBeenCalledTimes(1));
  menu.update();
  expect(text()).not.toContain('fit');
  freeSpace.mockResolvedValue(ok({ freeKb: 400, asOf: 1 }));
  states.set(first, 'pending');
  menu.update();
  await vi.waitFor(() => expect(text()).toContain('won’t fit'));
  expect(freeSpace).toHaveBeenCalledTimes(2);
});
