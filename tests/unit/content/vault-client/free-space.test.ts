import { expect, it, vi } from 'vitest';
import { readFreeKb } from '@/entrypoints/civitai.content/vault-client/free-space';
import type { Connection } from '@/utils/account/account';
import { fail, ok } from '@/utils/problem';

const MEMBER = { kind: 'signed-in', session: 's', membership: 'member', canWrite: true } as const;

it('the free space is asked for where something could be added, and not known where it can’t be read', async () => {
  const freeSpace = vi.fn(async () => ok({ freeKb: 7, asOf: 1 }));
  const read = (connection: Connection | undefined) => readFreeKb({ freeSpace, connection: () => connection });
  expect(await read(MEMBER)).toBe(7);
  const others: (Connection | undefined)[] = [
    undefined,
    { kind: 'signed-out' },
    { ...MEMBER, isLogin: true },
    { ...MEMBER, membership: 'never' },
  ];
  for (const other of others) expect(await read(other)).toBeUndefined();
  expect(freeSpace).toHaveBeenCalledTimes(1);
  const offline = async () => fail({ kind: 'offline' });
  expect(await readFreeKb({ freeSpace: offline, connection: () => MEMBER })).toBeUndefined();
});
