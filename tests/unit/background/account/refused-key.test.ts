import { beforeEach, describe, expect, it } from 'vitest';
import { readToken } from '@/entrypoints/background/account/token';
import { KEY } from '@/tests/unit/background/api/fake-fetch';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { createFakeAccount, memberSite, signedIn, unauthorized } from './fake-account';

beforeEach(freshStorage);

describe('a key that is refused', () => {
  it('by a refresh makes the connection say so, until it is accepted again', async () => {
    const site = memberSite();
    const { account, announced } = createFakeAccount(site);
    const { session } = await signedIn(account);
    const { get } = site;
    site.get = unauthorized;
    expect(await account.refresh()).toEqual({ ok: false, problem: { kind: 'key-refused' } });
    expect(await account.connection()).toEqual({ kind: 'key-refused' });
    expect(announced.at(-1)).toEqual({ kind: 'key-refused' });
    expect(await readToken(session)).toMatchObject({ key: KEY });
    site.get = get;
    expect((await account.refresh()).ok).toBe(true);
    expect(announced.at(-1)).toMatchObject({ kind: 'signed-in', session });
  });

  it('anywhere else is reported by its key, once', async () => {
    const { account, announced } = createFakeAccount(memberSite());
    await signedIn(account);
    await account.keyRefused(KEY);
    await account.keyRefused(KEY);
    expect(announced.filter(({ kind }) => kind === 'key-refused')).toHaveLength(1);
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

  it('is tried again by a tab in front, at most every five minutes, and comes back by itself', async () => {
    const site = memberSite();
    const { account, announced, clock, asked } = createFakeAccount(site);
    const { session } = await signedIn(account);
    const { get } = site;
    site.get = unauthorized;
    await account.keyRefused(KEY);
    const before = asked().length;
    await account.recover();
    await account.recover();
    expect(
      asked()
        .slice(before)
        .filter(name => name === 'get'),
    ).toHaveLength(1);
    site.get = get;
    await account.recover();
    expect(announced.at(-1)).toEqual({ kind: 'key-refused' });
    clock.now += 5 * 60_000;
    await account.recover();
    expect(announced.at(-1)).toMatchObject({ kind: 'signed-in', session });
    const after = asked().length;
    clock.now += 5 * 60_000;
    await account.recover();
    expect(asked()).toHaveLength(after);
  });
});
