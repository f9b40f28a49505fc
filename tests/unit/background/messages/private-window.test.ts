import { describe, expect, it, vi } from 'vitest';
import { accountFor } from '@/entrypoints/background/account/private-window';
import { answer } from '@/entrypoints/background/messages/router';
import type { Connection } from '@/utils/account/account';
import { site, start } from './start-endpoints';

const KEY: Connection = { kind: 'signed-in', session: 's', membership: 'member', canWrite: true };
const LOGIN: Connection = { ...KEY, canWrite: false, isLogin: true };
const privately = { ...site, tab: { id: 1, incognito: true } };

describe('a private window', () => {
  it('sees nothing of a vault that is read with the login of the others', async () => {
    const of = (connection: Connection, isPrivate: boolean) =>
      accountFor({ connection: async () => connection }, { isPrivate }).connection();
    expect(await of(LOGIN, true)).toEqual({ kind: 'signed-out' });
    expect(await of(LOGIN, false)).toBe(LOGIN);
    expect(await of(KEY, true)).toBe(KEY);
  });

  it('is not even asked whose login there is, and can’t use it', async () => {
    const { endpoints, api, account } = start();
    api.siteUser = vi.fn();
    expect(await answer(endpoints, { vaulted: 'usable-login' }, privately)).toEqual({ ok: true, value: {} });
    expect(await answer(endpoints, { vaulted: 'show-with-login' }, privately)).toMatchObject({ ok: false });
    expect(api.siteUser).not.toHaveBeenCalled();
    expect(account.showWithLogin).not.toHaveBeenCalled();
    await answer(endpoints, { vaulted: 'show-with-login' }, { ...site, tab: { id: 1, incognito: false } });
    expect(account.showWithLogin).toHaveBeenCalledOnce();
  });
});
