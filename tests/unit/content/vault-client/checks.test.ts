import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '@/entrypoints/civitai.content/vault-client/client';
import { signedIn } from './fake-client';
import { answerWith, endPage, id, messaging, sent, startPage, versionId, worker } from './worker-stage';

vi.mock('wxt/browser', async () => ({ browser: (await import('./worker-stage')).browser }));

let page: AbortController;
beforeEach(() => {
  page = startPage();
});
afterEach(() => endPage(page));

describe('an invalid version', () => {
  it('is checked however recently it was confirmed, and only once', async () => {
    worker(answerWith('in', 1), answerWith('in', 1))();
    const client = createClient(() => {}, page.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    client.invalidate(id);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    client.refreshStale(true);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    expect(sent('check-versions').map(([{ arg }]) => arg)).toEqual([
      { versionIds: [id], confirm: [] },
      { versionIds: [id], confirm: [id], isFresh: true },
      { versionIds: [id], confirm: [] },
    ]);
  });

  it('stays invalid until a check succeeds', async () => {
    worker(answerWith('in', 1), { connection: signedIn, facts: [], problem: { kind: 'site-error' } })();
    const client = createClient(() => {}, page.signal);
    for (const isInvalid of [true, false, false]) {
      if (isInvalid) client.invalidate(id);
      client.refreshStale(true);
      client.requestVersions([id]);
      await vi.advanceTimersByTimeAsync(100);
      if (!isInvalid) worker(answerWith('in', 1), answerWith('in', 1))();
    }
    expect(sent('check-versions').map(([{ arg }]) => arg)).toEqual([
      { versionIds: [id], confirm: [id], isFresh: true },
      { versionIds: [id], confirm: [id], isFresh: true },
      { versionIds: [id], confirm: [id], isFresh: true },
    ]);
    client.refreshStale(true);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    expect(sent('check-versions').at(-1)?.[0].arg).toEqual({ versionIds: [id], confirm: [] });
  });
});

describe('a failed check', () => {
  it('is kept for its versions until they have an answer, whatever else is checked', async () => {
    const other = versionId(8);
    worker(answerWith('unknown', 0), { connection: signedIn, facts: [], problem: { kind: 'site-error' } })();
    const client = createClient(() => {}, page.signal);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    worker(answerWith('unknown', 0), { connection: signedIn, facts: [{ versionId: other, state: 'in', asOf: 1 }] })();
    client.requestVersions([other]);
    await vi.advanceTimersByTimeAsync(100);
    expect([client.problem(id)?.kind, client.problem(other), client.problem()]).toEqual([
      'site-error',
      undefined,
      undefined,
    ]);
    worker(answerWith('in', 1), answerWith('in', 1))();
    client.refreshStale(true);
    client.requestVersions([id]);
    await vi.advanceTimersByTimeAsync(100);
    expect(client.problem(id)).toBeUndefined();
  });

  it('is repeated for all that failed, not only for the last', async () => {
    const other = versionId(8);
    worker(answerWith('unknown', 0), { connection: signedIn, facts: [], problem: { kind: 'site-error' } })();
    let isDrawn = false;
    const client = createClient(() => isDrawn && client.requestVersions([id, other]), page.signal);
    for (const each of [id, other]) {
      client.requestVersions([each]);
      await vi.advanceTimersByTimeAsync(1_000);
    }
    isDrawn = true;
    messaging.sendMessage.mockClear();
    await vi.advanceTimersByTimeAsync(31_000);
    expect(sent('check-versions').flatMap(([{ arg }]) => arg)).toEqual([{ versionIds: [id, other], confirm: [] }]);
  });
});
