import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '@/entrypoints/civitai.content/vault-client/client';
import { model } from '@/tests/unit/background/api/ids';
import type { VersionsAnswer } from '@/utils/messages/protocol';
import { answerWith, endPage, id, messaging, sent, startPage, worker } from './worker-stage';

vi.mock('wxt/browser', async () => ({ browser: (await import('./worker-stage')).browser }));

let page: AbortController;
beforeEach(() => {
  page = startPage();
});
afterEach(() => endPage(page));

function announce(facts: VersionsAnswer['facts']): void {
  for (const listener of messaging.listeners) listener({ announce: 'facts', session: 's', facts }, { id: 'vaulted' });
}

describe('models', () => {
  it('are requested again after news, and only those drawn of which something else is known', async () => {
    worker(answerWith('out', 5), answerWith('out', 5))();
    let inVault: number[] = [];
    const answerOthers = messaging.sendMessage.getMockImplementation();
    const models = [model(1), model(2)];
    messaging.sendMessage.mockImplementation(async message => {
      if (message.vaulted !== 'cached-models') return answerOthers?.(message);
      return { session: 's', models: models.map(modelId => ({ modelId, inVault, facts: [], asOf: modelId })) };
    });
    const changed = vi.fn();
    const client: ReturnType<typeof createClient> = createClient(change => {
      changed(change);
      if (change?.isStale) client.requestModels(models);
    }, page.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    client.requestModels(models);
    const drawn = async () => {
      await vi.advanceTimersByTimeAsync(2_000);
      const calls = changed.mock.calls.flatMap(([change]) => change?.modelIds ?? []);
      changed.mockClear();
      return calls;
    };
    expect(await drawn()).toEqual([1, 2]);
    announce([{ versionId: id, state: 'out', asOf: 10 }]);
    expect([await drawn(), sent('cached-models').length]).toEqual([[], 2]);
    inVault = [9];
    announce([{ versionId: id, state: 'out', asOf: 11 }]);
    expect([await drawn(), sent('cached-models').length]).toEqual([[1, 2], 3]);
  });
});
