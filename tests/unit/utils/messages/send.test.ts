import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { VersionId } from '@/utils/civitai/ids';
import { isVersionId } from '@/utils/civitai/ids';
import { send } from '@/utils/messages/send';

const sendMessage = vi.hoisted(() => vi.fn<(message: unknown) => Promise<unknown>>());
vi.mock('wxt/browser', () => ({ browser: { runtime: { sendMessage } } }));

function versionId(value: number): VersionId {
  if (!isVersionId(value)) throw new Error('not an id');
  return value;
}

const dead = new Error('Could not establish connection. Receiving end does not exist.');
const checked = { connection: { kind: 'signed-out' }, facts: [] };
const intent = { session: 's', versionId: versionId(7), target: 'out', confirmedAt: 1 } as const;

beforeEach(() => {
  sendMessage.mockReset();
});

describe('send', () => {
  it('puts the request into its envelope', async () => {
    sendMessage.mockResolvedValue(checked);
    await send('check-versions', { versionIds: [versionId(7)] });
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ vaulted: 'check-versions', arg: { versionIds: [7] } });
  });

  it('makes a success of a plain answer, and passes results on as they are', async () => {
    sendMessage.mockResolvedValue(checked);
    expect(await send('check-versions', { versionIds: [] })).toEqual({ ok: true, value: checked });
    sendMessage.mockResolvedValue({ ok: true, value: { versionId: 7 } });
    expect(await send('submit-intent', intent)).toEqual({ ok: true, value: { versionId: 7 } });
    sendMessage.mockResolvedValue({ ok: false, problem: { kind: 'offline' } });
    expect(await send('refresh-account')).toEqual({ ok: false, problem: { kind: 'offline' } });
  });

  it('asks a worker that has just been stopped once more', async () => {
    sendMessage.mockRejectedValueOnce(dead).mockResolvedValueOnce(checked);
    expect(await send('check-versions', { versionIds: [] })).toEqual({ ok: true, value: checked });
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  it('takes silence for a stopped worker, as the polyfill reports one', async () => {
    sendMessage.mockResolvedValueOnce(undefined).mockResolvedValueOnce(checked);
    expect(await send('check-versions', { versionIds: [] })).toEqual({ ok: true, value: checked });
  });

  it('gives up after the second try', async () => {
    sendMessage.mockRejectedValue(dead);
    expect(await send('refresh-account')).toEqual({ ok: false, problem: { kind: 'unexpected' } });
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  it('never repeats an intent: it may have been carried out', async () => {
    sendMessage.mockRejectedValue(new Error('The message port closed before a response was received.'));
    expect(await send('submit-intent', intent)).toEqual({ ok: false, problem: { kind: 'unsettled', target: 'out' } });
    expect(sendMessage).toHaveBeenCalledOnce();
  });

  it('never repeats a sign-in or a sign-out', async () => {
    sendMessage.mockRejectedValue(dead);
    expect(await send('sign-in', { key: 'k' })).toEqual({ ok: false, problem: { kind: 'unexpected' } });
    expect(await send('sign-out')).toEqual({ ok: false, problem: { kind: 'unexpected' } });
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  it('takes no answer for one where none is due', async () => {
    sendMessage.mockResolvedValue(null);
    expect((await send('open-sign-in')).ok).toBe(true);
    expect((await send('sign-out')).ok).toBe(true);
    expect((await send('refresh-if-stale')).ok).toBe(true);
  });

  it.each([[{ facts: [] }], [{ connection: {} }], [{ ok: true, value: 3 }], ['<html>'], [{ ok: false }], [0]])(
    'makes a problem of the nonsense %j',
    async nonsense => {
      sendMessage.mockResolvedValue(nonsense);
      expect(await send('check-versions', { versionIds: [] })).toEqual({ ok: false, problem: { kind: 'unexpected' } });
    },
  );

  it('makes a problem of a browser that throws at once, as after an update of the extension', async () => {
    sendMessage.mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    expect((await send('check-versions', { versionIds: [] })).ok).toBe(false);
  });
});
