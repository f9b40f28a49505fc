import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '@/entrypoints/civitai.content/vault-client/client';
import { isRecord } from '@/utils/is-record';
import { answerWith, endPage, id, messaging, sent, startPage, versionId, worker } from './worker-stage';

vi.mock('wxt/browser', async () => ({ browser: (await import('./worker-stage')).browser }));

let page: AbortController;
beforeEach(() => {
  page = startPage();
});
afterEach(() => endPage(page));

describe('what is on screen', () => {
  it('is what the browser knows, at once, and then the vault’s answer', async () => {
    const letGo = worker(answerWith('out', 5), answerWith('in', 9));
    const changed = vi.fn();
    const client = createClient(changed, page.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    expect(client.fact(id)).toMatchObject({ state: 'out', asOf: 5 });
    expect(changed).toHaveBeenCalledTimes(1);
    letGo();
    await vi.advanceTimersByTimeAsync(0);
    expect(client.fact(id)).toMatchObject({ state: 'in', asOf: 9 });
    expect([sent('cached-versions').length, sent('check-versions').length]).toEqual([1, 1]);
  });

  it('is not "not known" while the check is on its way', async () => {
    const letGo = worker(answerWith('unknown', 0), answerWith('in', 9));
    const client = createClient(() => {}, page.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    expect(client.fact(id)).toBeUndefined();
    letGo();
    await vi.advanceTimersByTimeAsync(0);
    expect(client.fact(id)?.state).toBe('in');
  });

  it('is never replaced by an older fact', async () => {
    let answerCached = () => {};
    const gate = new Promise<void>(resolve => {
      answerCached = resolve;
    });
    messaging.sendMessage.mockImplementation(async ({ vaulted }) => {
      if (vaulted === 'check-versions') return answerWith('in', 9);
      await gate;
      return answerWith('out', 5);
    });
    const client = createClient(() => {}, page.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    answerCached();
    await vi.advanceTimersByTimeAsync(0);
    expect(client.fact(id)?.state).toBe('in');
  });

  it('is not loaded again when it is there already', async () => {
    worker(answerWith('out', 5), answerWith('in', 9))();
    const client = createClient(() => {}, page.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    client.refreshStale(true);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    expect([sent('cached-versions').length, sent('check-versions').length]).toEqual([1, 2]);
  });
});

describe('an occasion', () => {
  it('at the start asks first whose vault it is, and never again', async () => {
    worker(answerWith('in', 1), answerWith('in', 1))();
    const client = createClient(() => {}, page.signal);
    client.refreshStale();
    await vi.advanceTimersByTimeAsync(100);
    expect(messaging.sendMessage.mock.calls[0]?.[0]).toMatchObject({ vaulted: 'cached-versions' });
    expect(client.connection()?.kind).toBe('signed-in');
    client.refreshStale(true);
    await vi.advanceTimersByTimeAsync(100);
    expect(sent('cached-versions')).toHaveLength(1);
  });

  it('in a tab that is in front has the vault brought up to date', async () => {
    worker(answerWith('in', 1), answerWith('in', 1));
    createClient(() => {}, page.signal).refreshStale();
    await vi.advanceTimersByTimeAsync(100);
    expect(sent('refresh-if-stale')).toHaveLength(1);
  });

  it('in a tab behind others does not', async () => {
    page = startPage('hidden');
    worker(answerWith('in', 1), answerWith('in', 1));
    createClient(() => {}, page.signal).refreshStale();
    await vi.advanceTimersByTimeAsync(100);
    expect(sent('refresh-if-stale')).toHaveLength(0);
  });
});

describe('more versions than one message may name', () => {
  it('are requested in several', async () => {
    worker(answerWith('unknown', 0), answerWith('in', 9))();
    const client = createClient(() => {}, page.signal);
    client.requestVersions(Array.from({ length: 2_500 }, (_, index) => versionId(index + 1)));
    await vi.advanceTimersByTimeAsync(500);
    const sizes = (name: string) =>
      sent(name).map(([{ arg }]) => (isRecord(arg) && Array.isArray(arg.versionIds) ? arg.versionIds.length : 0));
    expect([sizes('cached-versions'), sizes('check-versions')]).toEqual([
      [1_000, 1_000, 500],
      [1_000, 1_000, 500],
    ]);
  });
});
