import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '@/entrypoints/civitai.content/vault-client/client';
import { isRecord } from '@/utils/is-record';
import type { VersionsAnswer } from '@/utils/messages/protocol';
import { signedIn } from './fake-client';
import { answerWith, endPage, id, messaging, sent, startPage, worker } from './worker-stage';

vi.mock('wxt/browser', async () => ({ browser: (await import('./worker-stage')).browser }));

let page: AbortController;
beforeEach(() => {
  page = startPage();
});
afterEach(() => endPage(page));

describe('what the user has chosen', () => {
  const chosen = { hidden: ['text'], add: 'hover', look: 'compact' } as const;

  it('is requested until the worker has answered, and again on a restored page', async () => {
    messaging.sendMessage.mockResolvedValue(undefined);
    const client = createClient(() => {}, page.signal);
    client.refreshStale();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(client.settings().hidden).toEqual([]);
    messaging.sendMessage.mockResolvedValue(chosen);
    client.refreshStale();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(client.settings()).toEqual(chosen);
    messaging.sendMessage.mockClear();
    client.refreshStale();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent('settings')).toHaveLength(0);
    client.refreshStale(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent('settings')).toHaveLength(1);
  });
});

describe('news of versions', () => {
  const announce = (facts: VersionsAnswer['facts'], session = 's') => {
    for (const listener of messaging.listeners) listener({ announce: 'facts', session, facts }, { id: 'vaulted' });
  };

  it('draws nothing else, and requests models no more than once a second', async () => {
    worker(answerWith('out', 5), answerWith('out', 5))();
    const changed = vi.fn();
    const client = createClient(changed, page.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(2_000);
    changed.mockClear();
    for (let count = 0; count < 30; count += 1) {
      announce([{ versionId: id, state: 'in', asOf: 10 + count }]);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(client.fact(id)).toMatchObject({ state: 'in', asOf: 39 });
    const isStale = ([what]: unknown[]) => isRecord(what) && what.isStale === true;
    const [asked, narrow] = [changed.mock.calls.filter(isStale), changed.mock.calls.filter(call => !isStale(call))];
    expect(narrow).toEqual(Array.from({ length: 30 }, () => [{ versionIds: [id], modelIds: [] }]));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThanOrEqual(3);
    expect(asked.flat()).toEqual(asked.map(() => ({ versionIds: [], modelIds: [], isStale: true })));
  });

  it('makes up for a failed check, where it is newer than the known fact', async () => {
    worker(answerWith('in', 5), { ...answerWith('in', 5), problem: { kind: 'site-error' } })();
    const client = createClient(() => {}, page.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(2_000);
    announce([{ versionId: id, state: 'in', asOf: 5 }]);
    expect(client.problem(id)?.kind).toBe('site-error');
    announce([{ versionId: id, state: 'out', asOf: 6 }]);
    expect(client.problem(id)).toBeUndefined();
  });

  it('of another account is ignored', async () => {
    worker(answerWith('out', 5), answerWith('out', 5))();
    const changed = vi.fn();
    const client = createClient(changed, page.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(2_000);
    changed.mockClear();
    announce([{ versionId: id, state: 'in', asOf: 10 }], 'other');
    expect([client.fact(id)?.state, changed.mock.calls]).toEqual(['out', []]);
  });
});

describe('a key that is refused', () => {
  const connect = (connection: VersionsAnswer['connection']) => {
    for (const listener of messaging.listeners) listener({ announce: 'connection', connection }, { id: 'vaulted' });
  };
  async function known() {
    worker(answerWith('in', 5), answerWith('in', 5))();
    const client = createClient(() => {}, page.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(1_000);
    connect({ kind: 'key-refused' });
    return client;
  }

  it('leaves the last known state, and a key that is accepted again goes on from there', async () => {
    const client = await known();
    expect(client.fact(id)).toMatchObject({ state: 'in', asOf: 5 });
    connect(signedIn);
    expect(client.fact(id)).toMatchObject({ state: 'in', asOf: 5 });
    worker(answerWith('in', 5), answerWith('out', 9))();
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(client.fact(id)).toMatchObject({ state: 'out', asOf: 9 });
  });

  it('and another sign-in, or none, leaves nothing', async () => {
    const client = await known();
    connect({ kind: 'signed-in', session: 'another', membership: 'member', canWrite: true });
    expect(client.fact(id)).toBeUndefined();
    const other = await known();
    connect({ kind: 'signed-out' });
    expect(other.fact(id)).toBeUndefined();
  });
});
