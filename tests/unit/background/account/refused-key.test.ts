import { beforeEach, describe, expect, it } from 'vitest';
import { readToken } from '@/entrypoints/background/account/token';
import { KEY } from '@/tests/unit/background/api/fake-fetch';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { createFakeAccount, memberSite, signedIn, unauthorized } from './fake-account';

beforeEach(freshStorage);

describe('a key that is refused', () => {
  it('by a refresh makes the connection say so, until it is accepted again', async () => {
    const site = memberSite();
    const { account, told } = createFakeAccount(site);
    const { session } = await signedIn(account);
    const { get } = site;
    site.get = unauthorized;
    expect(await account.refresh()).toEqual({ ok: false, problem: { kind: 'key-refused' } });
    expect(await account.connection()).toEqual({ kind: 'key-refused' });
    expect(told.at(-1)).toEqual({ kind: 'key-refused' });
    expect(await readToken(session)).toMatchObject({ key: KEY });
    site.get = get;
    expect((await account.refresh()).ok).toBe(true);
    expect(told.at(-1)).toMatchObject({ kind: 'signed-in', session });
  });

  it('anywhere else is reported by its key, once', async () => {
    const { account, told } = createFakeAccount(memberSite());
    await signedIn(account);
    await account.keyRefused(KEY);
    await account.keyRefused(KEY);
    expect(told.filter(({ kind }) => kind === 'key-refused')).toHaveLength(1);
    expect(await account.connection()).toEqual({ kind: 'key-refused' });
  });

  it('but is not the stored one any more changes nothing', async () => {
    const { account } = createFakeAccount(memberSite());
    const connection = await signedIn(account);
    await account.keyRefused('another-key-from-before');
    expect(await account.connection()).toEqual(connection);
    await account.signOut();
    await account.keyRefused(KEY);
    expect(await account.connection()).toEqual({ kind: 'signed-out' });
  });
});
