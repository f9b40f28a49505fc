import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { VersionId } from '@/utils/civitai/ids';
import { isVersionId } from '@/utils/civitai/ids';
import { ask } from '@/utils/messages/ask';
import {
  checkVersions,
  openSignIn,
  refreshAccount,
  refreshIfStale,
  signIn,
  signOut,
  submitIntent,
} from '@/utils/messages/rows/requests';

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

describe('ask', () => {
  it('puts the request into its envelope', async () => {
    sendMessage.mockResolvedValue(checked);
    await ask(checkVersions, { versionIds: [versionId(7)] });
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ vaulted: 'check-versions', arg: { versionIds: [7] } });
  });

  it('makes a success of a plain answer, and passes results on as they are', async () => {
    sendMessage.mockResolvedValue(checked);
    expect(await ask(checkVersions, { versionIds: [] })).toEqual({ ok: true, value: checked });
    sendMessage.mockResolvedValue({ ok: true, value: { versionId: 7 } });
    expect(await ask(submitIntent, intent)).toEqual({ ok: true, value: { versionId: 7 } });
    sendMessage.mockResolvedValue({ ok: false, problem: { kind: 'offline' } });
    expect(await ask(refreshAccount)).toEqual({ ok: false, problem: { kind: 'offline' } });
  });

  it('asks a worker that has just been stopped once more', async () => {
    sendMessage.mockRejectedValueOnce(dead).mockResolvedValueOnce(checked);
    expect(await ask(checkVersions, { versionIds: [] })).toEqual({ ok: true, value: checked });
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  it('takes silence for a stopped worker, as the polyfill reports one', async () => {
    sendMessage.mockResolvedValueOnce(undefined).mockResolvedValueOnce(checked);
    expect(await ask(checkVersions, { versionIds: [] })).toEqual({ ok: true, value: checked });
  });

  it('gives up after the second try', async () => {
    sendMessage.mockRejectedValue(dead);
    expect(await ask(refreshAccount)).toEqual({ ok: false, problem: { kind: 'unexpected' } });
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  it('never repeats an intent: it may have been carried out', async () => {
    sendMessage.mockRejectedValue(new Error('The message port closed before a response was received.'));
    expect(await ask(submitIntent, intent)).toEqual({ ok: false, problem: { kind: 'unsettled', target: 'out' } });
    expect(sendMessage).toHaveBeenCalledOnce();
  });

  it('never repeats a sign-in or a sign-out', async () => {
    sendMessage.mockRejectedValue(dead);
    expect(await ask(signIn, { key: 'k' })).toEqual({ ok: false, problem: { kind: 'unexpected' } });
    expect(await ask(signOut)).toEqual({ ok: false, problem: { kind: 'unexpected' } });
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  it('takes no answer for one where none is due', async () => {
    sendMessage.mockResolvedValue(null);
    expect((await ask(openSignIn)).ok).toBe(true);
    expect((await ask(signOut)).ok).toBe(true);
    expect((await ask(refreshIfStale)).ok).toBe(true);
  });

  it.each([[{ facts: [] }], [{ connection: {} }], [{ ok: true, value: 3 }], ['<html>'], [{ ok: false }], [0]])(
    'makes a problem of the nonsense %j',
    async nonsense => {
      sendMessage.mockResolvedValue(nonsense);
      expect(await ask(checkVersions, { versionIds: [] })).toEqual({ ok: false, problem: { kind: 'unexpected' } });
    },
  );

  it('makes a problem of a browser that throws at once, as after an update of the extension', async () => {
    sendMessage.mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    expect((await ask(checkVersions, { versionIds: [] })).ok).toBe(false);
  });
});
