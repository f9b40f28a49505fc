import { beforeEach, expect, it, vi } from 'vitest';
import { isVersionId } from '@/utils/civitai/ids';
import { historyMessages } from '@/utils/messages/history';
import { fail, ok } from '@/utils/problem';

const sendMessage = vi.hoisted(() => vi.fn<(message: unknown) => Promise<unknown>>());
vi.mock('wxt/browser', () => ({ browser: { runtime: { sendMessage } } }));

beforeEach(() => void sendMessage.mockReset());

it('an entry is added again with what its files count now, and where that can’t be looked up all the same', async () => {
  const versionId = 7;
  if (!isVersionId(versionId)) throw new Error('not an id');
  const entry = { id: 1, at: 1, versionId, act: 'out', place: 'site', end: 'done' } as const;
  const need = { leastKb: 5, mostKb: 6 };
  const sent = async (found: unknown): Promise<unknown> => {
    sendMessage.mockReset();
    sendMessage.mockResolvedValueOnce(found).mockResolvedValue(ok({ versionId, state: 'pending', asOf: 1 }));
    await historyMessages.addAgain('s', entry);
    return sendMessage.mock.calls.at(-1)?.[0];
  };
  expect(await sent(ok({ versionId, availability: 'everyone', need }))).toEqual({
    vaulted: 'submit-intent',
    arg: { session: 's', versionId, target: 'in', need },
  });
  expect(await sent(fail({ kind: 'offline' }))).toEqual({
    vaulted: 'submit-intent',
    arg: { session: 's', versionId, target: 'in' },
  });
});
