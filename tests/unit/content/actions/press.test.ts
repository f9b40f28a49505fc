import { describe, expect, it, vi } from 'vitest';
import type { ActionSources } from '@/entrypoints/civitai.content/actions/intents';
import { createPress } from '@/entrypoints/civitai.content/actions/press';
import { sure } from '@/tests/unit/content/presses/attention-stage';
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
  const closeMenu = vi.fn();
  const intents = {
    overlay: (_id: unknown, known: VersionFact | undefined) => known,
    press: vi.fn(),
    add: vi.fn(async () => undefined),
    refuse: vi.fn(),
    say: vi.fn(),
    askAgain: vi.fn(async () => {}),
    submitLabel: () => {},
    markUncertain: () => {},
    showFlipped: () => {},
    isSettling: () => false,
    update: () => {},
    checkAgain: () => {},
  };
  const sources: ActionSources = {
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
  return { intents, closeMenu, press: createPress(sources, closeMenu, new AbortController().signal) };
};

describe('a press on a model’s mark', () => {
  it('reads the vault again where nothing is known, and adds nothing', async () => {
    for (const model of [undefined, { modelId, inVault: [], facts: [], asOf: 0 }]) {
      const { press, intents } = page(model);
      await press.mark(marked, () => {}, sure);
      expect(intents.askAgain).toHaveBeenCalledOnce();
      expect(intents.add).not.toHaveBeenCalled();
    }
  });

  it('adds the first version where none is in', async () => {
    const { press, intents } = page({ modelId, inVault: [], facts: [], asOf: 5 });
    await press.mark(marked, () => {}, sure);
    expect(intents.add).toHaveBeenCalledWith(expect.anything(), versionId);
    expect(intents.askAgain).not.toHaveBeenCalled();
  });

  it('closes the menu before the removal dialog, and for nothing else', async () => {
    const inVault: VersionFact = { versionId, state: 'in', asOf: 5 };
    const { press, intents, closeMenu } = page({ modelId, inVault: [versionId], facts: [inVault], asOf: 5 }, inVault);
    await press.mark(marked, () => {}, sure);
    expect(closeMenu).toHaveBeenCalledOnce();
    expect(intents.press).toHaveBeenCalledWith(expect.anything(), versionId, inVault, expect.anything());
    const adding = page(undefined, { versionId, state: 'out', asOf: 5 });
    adding.press.version(marked, versionId);
    expect(adding.intents.press).toHaveBeenCalledOnce();
    expect(adding.closeMenu).not.toHaveBeenCalled();
  });
});
