import { expect, it, vi } from 'vitest';
import { refreshVault } from '@/entrypoints/civitai.content/actions/refresh-vault';
import { fail, ok } from '@/utils/problem';

it.each([
  ['why that came to nothing', fail({ kind: 'blocked' }), ['Civitai turned this request away.']],
  ['no more where it can be read', ok({ freeKb: 1, asOf: 1 }), []],
] as const)('a press of a mark that doesn’t know has the vault read again, and says %s', async (_, answer, said) => {
  const toast = { say: vi.fn(), warn: vi.fn(), propose: vi.fn() };
  const refreshStale = vi.fn();
  await refreshVault({ refreshStale, freeSpace: async () => answer }, toast);
  expect(refreshStale).toHaveBeenCalledWith(true);
  expect(toast.say).toHaveBeenCalledOnce();
  expect(toast.warn.mock.calls.map(([{ what }]) => what)).toEqual(said);
});
