import { describe, expect, it, vi } from 'vitest';
import type { AccountEvent } from '@/entrypoints/popup/account-state/account-state';
import { createFiguresRequest } from '@/entrypoints/popup/account-state/request-figures';
import { connectionOf, later, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import type { Snapshot } from '@/utils/account/account';
import { fail, ok, type Result } from '@/utils/problem';

const first = snapshotWith();
const second = snapshotWith({ session: 'session-2' });

function setUp() {
  const refresh = vi.fn<() => Promise<Result<Snapshot>>>();
  const events: AccountEvent[] = [];
  const request = createFiguresRequest({ refresh }, event => events.push(event));
  const answers = (): AccountEvent[] => events.filter(({ type }) => type === 'answered');
  return { refresh, request, answers };
}

describe('createFiguresRequest', () => {
  it('drops the answer to an earlier question', async () => {
    const { refresh, request, answers } = setUp();
    const slow = later<Result<Snapshot>>();
    refresh.mockReturnValueOnce(slow.promise).mockResolvedValueOnce(ok(second));
    const asking = request.ask();
    await request.ask();
    slow.settle(ok(first));
    await asking;
    expect(answers()).toEqual([{ type: 'answered', result: ok(second) }]);
  });

  it('drops an answer that comes after a sign-out', async () => {
    const { refresh, request, answers } = setUp();
    const slow = later<Result<Snapshot>>();
    refresh.mockReturnValueOnce(slow.promise);
    const asking = request.ask();
    request.handleConnection({ kind: 'signed-out' });
    slow.settle(ok(first));
    await asking;
    expect(answers()).toEqual([]);
  });

  it('asks when another account has signed in, and not again for the same', async () => {
    const { refresh, request, answers } = setUp();
    refresh.mockResolvedValueOnce(ok(first)).mockResolvedValueOnce(ok(second));
    await request.ask();
    request.handleConnection(connectionOf(first));
    expect(refresh).toHaveBeenCalledTimes(1);
    request.handleConnection(connectionOf(second));
    await vi.waitFor(() => expect(answers()).toHaveLength(2));
    request.handleConnection(connectionOf(second));
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('requests once more after a sign-in during a request, and then takes the answer', async () => {
    const { refresh, request, answers } = setUp();
    const slow = later<Result<Snapshot>>();
    refresh.mockReturnValueOnce(slow.promise).mockResolvedValue(fail({ kind: 'not-signed-in' }));
    const asking = request.ask();
    request.handleConnection(connectionOf(second));
    slow.settle(fail({ kind: 'not-signed-in' }));
    await asking;
    expect(refresh).toHaveBeenCalledTimes(2);
    expect(answers()).toHaveLength(1);
  });

  it('does not ask twice when the background announces the account it is just answering about', async () => {
    const { refresh, request, answers } = setUp();
    const slow = later<Result<Snapshot>>();
    refresh.mockReturnValueOnce(slow.promise);
    const asking = request.ask();
    request.handleConnection(connectionOf(first));
    slow.settle(ok(first));
    await asking;
    expect(refresh).toHaveBeenCalledOnce();
    expect(answers()).toHaveLength(1);
  });
});
