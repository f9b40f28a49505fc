import { describe, expect, it, vi } from 'vitest';
import { createPress } from '@/entrypoints/civitai.content/actions/press';
import type { ActionParts } from '@/entrypoints/civitai.content/views/marked-link';
import { fakeClient } from '@/tests/unit/content/vault-client/fake-client';
import { isModelId, isVersionId } from '@/utils/civitai/ids';
import { ok } from '@/utils/problem';
import type { ModelFact, VersionFact } from '@/utils/vault/membership';

const modelId = 12;
const versionId = 30;
if (!isModelId(modelId) || !isVersionId(versionId)) throw new Error('not ids');
const marked = { target: { modelId }, name: 'Amber' };

/** A card of a model of which the browser knows `model`; the site offers one version of it. */
const page = (model: ModelFact | undefined, fact?: VersionFact) => {
  const found = { modelId, modelName: 'Amber', versions: [{ versionId, versionName: 'v1' }] };
  const means = { clearTheWay: vi.fn(), lookAround: vi.fn() };
  const intents = {
    overlay: (_id: unknown, known: VersionFact | undefined) => known,
    press: vi.fn(),
    add: vi.fn(async () => undefined),
    refuse: vi.fn(),
    submitLabel: () => {},
    markUncertain: () => {},
    checkAgain: () => {},
  };
  const know: ActionParts = {
    client: fakeClient({ model: () => model, fact: () => fact }),
    lookUps: {
      versionsOf: () => undefined,
      availabilityOf: () => undefined,
      model: async () => ok(found),
      version: async () => ok({ versionId, availability: 'everyone' }),
      target: async () => undefined,
    },
    intents,
  };
  return { intents, means, press: createPress(know, means, new AbortController().signal) };
};

describe('a press on a model’s mark', () => {
  it('looks again where nothing is known, and adds nothing', async () => {
    for (const model of [undefined, { modelId, inVault: [], facts: [], asOf: 0 }]) {
      const { press, intents, means } = page(model);
      await press.mark(marked, () => {});
      expect(means.lookAround).toHaveBeenCalledOnce();
      expect(intents.add).not.toHaveBeenCalled();
    }
  });

  it('adds the first version where none is in', async () => {
    const { press, intents, means } = page({ modelId, inVault: [], facts: [], asOf: 5 });
    await press.mark(marked, () => {});
    expect(intents.add).toHaveBeenCalledWith(expect.anything(), versionId);
    expect(means.lookAround).not.toHaveBeenCalled();
  });

  it('clears the way for the question before a removal, and for nothing else', async () => {
    const inVault: VersionFact = { versionId, state: 'in', asOf: 5 };
    const { press, intents, means } = page({ modelId, inVault: [versionId], facts: [inVault], asOf: 5 }, inVault);
    await press.mark(marked, () => {});
    expect(means.clearTheWay).toHaveBeenCalledOnce();
    expect(intents.press).toHaveBeenCalledWith(expect.anything(), versionId, inVault, expect.anything());
    const adding = page(undefined, { versionId, state: 'out', asOf: 5 });
    await adding.press.version(marked, versionId);
    expect(adding.intents.press).toHaveBeenCalledOnce();
    expect(adding.means.clearTheWay).not.toHaveBeenCalled();
  });
});
