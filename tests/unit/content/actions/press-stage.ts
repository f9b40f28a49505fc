import { vi } from 'vitest';
import { createIntents } from '@/entrypoints/civitai.content/actions/intents';
import { createPress } from '@/entrypoints/civitai.content/actions/press';
import type { Toast } from '@/entrypoints/civitai.content/dom/toast';
import { createLookUps } from '@/entrypoints/civitai.content/vault-client/look-ups';
import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import { fakeClient } from '@/tests/unit/content/vault-client/fake-client';
import { isModelId, isVersionId } from '@/utils/civitai/ids';
import { fail, ok } from '@/utils/problem';
import type { ModelFact, VaultState, VersionFact } from '@/utils/vault/membership';

const ids = () => {
  const [modelId, versionId, other] = [12, 30, 31];
  if (!isModelId(modelId) || !isVersionId(versionId) || !isVersionId(other)) throw new Error('not ids');
  return { modelId, versionId, other };
};
export const { modelId, versionId, other } = ids();

export const fact = (state: VaultState, more: Partial<VersionFact> = {}): VersionFact => ({
  versionId,
  state,
  asOf: 5,
  ...more,
});

type Knowing = { check?: VersionFact | undefined; model?: ModelFact; lookUp?: 'ok' | 'empty' | 'fails' };

/** A page that knows this much, with its stand-in for the removal dialog; `outcome` says all that came of a press. */
export const pageKnowing = (
  { check, model, lookUp = 'ok' }: Knowing,
  confirmRemoval: { mock: { calls: unknown[] } },
) => {
  const toast = { say: vi.fn<Toast['say']>(), warn: vi.fn<Toast['warn']>(), propose: vi.fn<Toast['propose']>() };
  const submit = vi.fn<Client['submit']>(async () => ok({ versionId, state: 'pending', asOf: 9 }));
  const listed = { versionId, versionName: 'Epoch 24' };
  const client = fakeClient({
    fact: () => check,
    model: () => model,
    submit,
    modelVersions: async () =>
      lookUp === 'fails'
        ? fail({ kind: 'offline' })
        : ok({ modelId, modelName: 'Ink Circuit', versions: lookUp === 'ok' ? [listed] : [] }),
    versionAvailability: async () =>
      ok({ versionId, modelName: 'Ink Circuit', versionName: 'Epoch 24', availability: 'everyone' }),
  });
  const intents = createIntents(
    client,
    toast,
    () => {},
    () => undefined,
  );
  const sources = { client, lookUps: createLookUps(client, () => {}), intents };
  const press = createPress(sources, () => {}, new AbortController().signal);
  const openMenu = vi.fn();
  const outcome = async (): Promise<string[]> => {
    const all = [submit, confirmRemoval, openMenu, toast.say, toast.warn];
    await vi.waitFor(() => {
      if (all.every(each => each.mock.calls.length === 0)) throw new Error('nothing came of the press');
    });
    const said = toast.say.mock.calls.length + toast.warn.mock.calls.length > 0 && submit.mock.calls.length === 0;
    return [
      ...(submit.mock.calls.length > 0 ? ['sends'] : []),
      ...(confirmRemoval.mock.calls.length > 0 ? ['asks'] : []),
      ...(openMenu.mock.calls.length > 0 ? ['opens'] : []),
      ...(said ? ['says'] : []),
    ];
  };
  return { press, intents, openMenu, outcome, toast, submit };
};

export const link = { target: { modelId, versionId }, name: 'click here' };
export const card = { target: { modelId }, name: 'Ink Circuit' };
export const listOf = (...facts: VersionFact[]): ModelFact => ({
  modelId,
  facts,
  inVault: facts.filter(each => ['in', 'pending', 'failed'].includes(each.state)).map(each => each.versionId),
  asOf: 5,
});
