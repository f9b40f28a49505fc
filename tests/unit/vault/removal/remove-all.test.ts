import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { removeAll } from '@/entrypoints/vault/removal/remove-all';
import { itemWith } from '@/tests/unit/utils/vault-view/items';
import { fail, ok } from '@/utils/problem';
import type { Outcome } from '@/utils/vault-view/removal';

const ids = [1, 2, 3, 4, 5, 6, 7].map(n => itemWith(n).modelVersionId);
const START = Date.UTC(2026, 10, 22);

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A run in which each removal takes a second of the fake clock, unless `answer` says otherwise. */
function start(answer?: VaultHost['remove']) {
  const stop = new AbortController();
  const outcomes = new Map<number, Outcome['kind'] | undefined>();
  let under = 0;
  let most = 0;
  const sentAt: number[] = [];
  const remove = vi.fn<VaultHost['remove']>(async (versionId, confirmedAt, session) => {
    under += 1;
    most = Math.max(most, under);
    sentAt.push(confirmedAt - Date.now());
    const result = answer
      ? await answer(versionId, confirmedAt, session)
      : await new Promise<ReturnType<typeof ok<{ versionId: typeof versionId; state: 'out'; asOf: number }>>>(resolve =>
          setTimeout(() => resolve(ok({ versionId, state: 'out', asOf: 0 })), 1_000),
        );
    under -= 1;
    return result;
  });
  const run = removeAll({
    host: { remove, now: () => Date.now() },
    session: 'shown',
    versionIds: ids,
    report: (versionId, outcome) => void outcomes.set(versionId, outcome?.kind),
    signal: stop.signal,
  });
  return { run, stop, remove, outcomes, sentAt, most: () => most };
}

describe('removing many versions', () => {
  it('sends one intent each, a few at a time, confirmed at the moment at which it leaves', async () => {
    const { run, remove, outcomes, sentAt, most } = start();
    await vi.runAllTimersAsync();
    expect(await run).toBe('done');
    expect(remove.mock.calls.map(([id]) => id)).toEqual(ids);
    expect(new Set(sentAt)).toEqual(new Set([0]));
    expect(most()).toBe(3);
    expect([...outcomes.values()]).toEqual(ids.map(() => 'removed'));
  });

  it('reports each result, and goes on after a failure', async () => {
    const { run, outcomes } = start(async id =>
      id === ids[1] ? fail({ kind: 'site-error' }) : ok({ versionId: id, state: 'out', asOf: 0 }),
    );
    await vi.runAllTimersAsync();
    expect(await run).toBe('done');
    expect([...outcomes.values()]).toEqual(ids.map(id => (id === ids[1] ? 'failed' : 'removed')));
  });

  it('sends nothing more once stopped, and waits for what is sent', async () => {
    const { run, stop, remove, outcomes } = start();
    stop.abort();
    await vi.runAllTimersAsync();
    expect(await run).toBe('stopped');
    expect(remove).toHaveBeenCalledTimes(3);
    expect([...outcomes.values()].filter(kind => kind === 'removed')).toHaveLength(3);
    expect([...outcomes.values()].filter(kind => kind === undefined)).toHaveLength(4);
  });

  it('sends nothing more after the computer slept', async () => {
    const { run, remove } = start(async id => {
      // Timers stand still while it sleeps, the clock doesn't.
      vi.setSystemTime(Date.now() + 10 * 60_000);
      return ok({ versionId: id, state: 'out', asOf: 0 });
    });
    await vi.runAllTimersAsync();
    expect(await run).toBe('lapsed');
    expect(remove.mock.calls.length).toBeLessThanOrEqual(3);
  });

  it('goes on however long a single removal is unsettled', async () => {
    const { run, remove } = start(
      id => new Promise(resolve => setTimeout(() => resolve(ok({ versionId: id, state: 'out', asOf: 0 })), 90_000)),
    );
    await vi.runAllTimersAsync();
    expect(await run).toBe('done');
    expect(remove).toHaveBeenCalledTimes(ids.length);
  });
});
