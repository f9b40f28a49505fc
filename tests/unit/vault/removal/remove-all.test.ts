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

type Answer = (versionId: (typeof ids)[number]) => ReturnType<VaultHost['remove']>;

/** So many ms later it is out. */
const outAfter =
  (ms: number): Answer =>
  versionId =>
    new Promise(resolve => setTimeout(() => resolve(ok({ versionId, state: 'out', asOf: 0 })), ms));

/** A run whose removals the worker answers so. */
function start(answer: Answer = outAfter(11_000), stop = new AbortController()) {
  const outcomes = new Map<number, Outcome['kind'] | undefined>();
  const remove = vi.fn<VaultHost['remove']>(answer);
  const changeRemovals = vi.fn<VaultHost['changeRemovals']>(async (_, versionIds) => ok(versionIds));
  const run = removeAll({
    host: { remove, changeRemovals, now: () => Date.now() },
    session: 'shown',
    versionIds: ids,
    report: (versionId, outcome) => void outcomes.set(versionId, outcome?.kind),
    signal: stop.signal,
  });
  return { run, stop, remove, changeRemovals, outcomes };
}

describe('removing many versions', () => {
  it('asks the worker for all of them at once, with the moment of the confirmation', async () => {
    const { run, remove, outcomes } = start();
    expect(remove.mock.calls).toEqual(ids.map(id => [id, START, 'shown']));
    expect([...outcomes.values()]).toEqual(ids.map(() => 'waiting'));
    await vi.runAllTimersAsync();
    expect(await run).toBe('done');
    expect([...outcomes.values()]).toEqual(ids.map(() => 'removed'));
  });

  it('reports each result, and goes on after a failure', async () => {
    const { run, outcomes } = start(async id =>
      id === ids[1] ? fail({ kind: 'site-error' }) : ok({ versionId: id, state: 'out', asOf: 0 }),
    );
    expect(await run).toBe('done');
    expect([...outcomes.values()]).toEqual(ids.map(id => (id === ids[1] ? 'failed' : 'removed')));
  });

  it('takes back what was not sent once stopped, and waits for what was', async () => {
    const stop = new AbortController();
    const answer: Answer = async id => {
      if (id === ids[0]) return ok({ versionId: id, state: 'out', asOf: 0 });
      return new Promise(resolve =>
        stop.signal.addEventListener('abort', () => resolve(ok({ versionId: id, state: 'in', asOf: 0 }))),
      );
    };
    const { run, changeRemovals, outcomes } = start(answer, stop);
    await vi.advanceTimersByTimeAsync(1_000);
    stop.abort();
    expect(await run).toBe('stopped');
    expect(changeRemovals.mock.calls).toEqual([['shown', ids.slice(1), 'undo']]);
    expect([...outcomes.values()]).toEqual(ids.map(id => (id === ids[0] ? 'removed' : undefined)));
  });

  it('says that it is still on screen, as long as it is', async () => {
    const { run, changeRemovals } = start(outAfter(90_000));
    await vi.runAllTimersAsync();
    expect(await run).toBe('done');
    expect(changeRemovals.mock.calls).toEqual([1, 2, 3, 4].map(() => ['shown', ids, 'still']));
  });

  it('says no such thing after the computer slept', async () => {
    const { run, changeRemovals } = start(outAfter(70_000));
    await vi.advanceTimersByTimeAsync(1_000);
    // Timers stand still while it sleeps, the clock doesn't.
    vi.setSystemTime(Date.now() + 10 * 60_000);
    await vi.runAllTimersAsync();
    expect(await run).toBe('lapsed');
    expect(changeRemovals).not.toHaveBeenCalled();
  });
});
