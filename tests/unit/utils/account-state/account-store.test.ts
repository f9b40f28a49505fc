import { describe, expect, it, vi } from 'vitest';
import { connectionOf, later, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import type { Snapshot } from '@/utils/account/account';
import { type AccountState, FIRST_STATE, reduceAccount } from '@/utils/account-state/account-state';
import { createAccountStore } from '@/utils/account-state/account-store';
import { fail, ok, type Result } from '@/utils/problem';

const first = snapshotWith();
const second = snapshotWith({ session: 'session-2' });

function setUp() {
  const refresh = vi.fn<() => Promise<Result<Snapshot>>>();
  const states: AccountState[] = [];
  const store = createAccountStore({ refresh }, reduceAccount<AccountState>, FIRST_STATE, state => states.push(state));
  const announce = (snapshot: Snapshot): void =>
    store.dispatch({ type: 'connection', connection: connectionOf(snapshot) });
  return { refresh, store, states, announce };
}

describe('createAccountStore', () => {
  it('drops the answer to an earlier request', async () => {
    const { refresh, store, states } = setUp();
    const slow = later<Result<Snapshot>>();
    refresh.mockReturnValueOnce(slow.promise).mockResolvedValueOnce(ok(second));
    const asking = store.refresh();
    await store.refresh();
    slow.settle(ok(first));
    await asking;
    expect(states.some(({ snapshot }) => snapshot === first)).toBe(false);
    expect(store.state()).toMatchObject({ snapshot: second, request: undefined });
  });

  it('drops an answer that arrives after a sign-out', async () => {
    const { refresh, store } = setUp();
    const slow = later<Result<Snapshot>>();
    refresh.mockReturnValueOnce(slow.promise);
    const asking = store.refresh();
    store.dispatch({ type: 'connection', connection: { kind: 'signed-out' } });
    slow.settle(ok(first));
    await asking;
    expect(store.state()).toMatchObject({ snapshot: undefined, problem: { kind: 'not-signed-in' } });
  });

  it('requests after another account has signed in, and not again for the same', async () => {
    const { refresh, store, announce } = setUp();
    refresh.mockResolvedValueOnce(ok(first)).mockResolvedValueOnce(ok(second));
    await store.refresh();
    announce(first);
    expect(refresh).toHaveBeenCalledTimes(1);
    announce(second);
    await vi.waitFor(() => expect(store.state().snapshot).toBe(second));
    announce(second);
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('requests once more after a sign-in during a request, and then takes the answer', async () => {
    const { refresh, store, states, announce } = setUp();
    const slow = later<Result<Snapshot>>();
    refresh.mockReturnValueOnce(slow.promise).mockResolvedValue(fail({ kind: 'not-signed-in' }));
    const asking = store.refresh();
    announce(second);
    slow.settle(fail({ kind: 'not-signed-in' }));
    await asking;
    expect(refresh).toHaveBeenCalledTimes(2);
    expect(states.filter(({ problem }) => problem !== undefined)).toHaveLength(1);
    expect(store.state().problem).toEqual({ kind: 'not-signed-in' });
  });

  it('does not request twice when the background announces the account that it is just answering about', async () => {
    const { refresh, store, announce } = setUp();
    const slow = later<Result<Snapshot>>();
    refresh.mockReturnValueOnce(slow.promise);
    const asking = store.refresh();
    announce(first);
    slow.settle(ok(first));
    await asking;
    expect(refresh).toHaveBeenCalledOnce();
    expect(store.state().snapshot).toBe(first);
  });
});
