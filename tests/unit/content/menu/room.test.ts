import { expect, it, vi } from 'vitest';
import { createRoom } from '@/entrypoints/civitai.content/menu/room';
import { fail, ok } from '@/utils/problem';

it('the room is read once for menus that follow each other, and again after a failure', async () => {
  const freeSpace = vi.fn().mockResolvedValueOnce(fail({ kind: 'offline' }));
  freeSpace.mockResolvedValue(ok({ freeKb: 7, asOf: 1 }));
  const room = createRoom({ freeSpace });
  expect(await room.freeKb()).toBeUndefined();
  expect([await room.freeKb(), await room.freeKb()]).toEqual([7, 7]);
  expect(freeSpace).toHaveBeenCalledTimes(2);
});
