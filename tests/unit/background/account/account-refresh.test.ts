import { beforeEach, describe, expect, it } from 'vitest';
import { html, json, NOW } from '@/tests/unit/background/api/fake-fetch';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { storedSnapshot } from '@/utils/account/snapshot';
import { createFakeAccount, memberSite, READ_ONLY, signedIn, unauthorized } from './fake-account';

const quota = { usedKb: 250, totalKb: 1000, updatedAt: '2026-11-01T00:00:00.000Z' };

beforeEach(freshStorage);

describe('a refresh', () => {
  it('asks for quota, account and number of items, and stores what it learned', async () => {
    const { account, fetch, announced, clock, snapshotChanged } = createFakeAccount(memberSite());
    const { session } = await signedIn(account);
    fetch.sent.length = 0;
    clock.now = NOW + 5_000;
    snapshotChanged.mockClear();
    const snapshot = {
      session,
      keyTail: 'cdef',
      username: 'ada',
      tier: 'gold',
      membership: 'member',
      canWrite: true,
      keyScope: 25_165_825,
      quota,
      itemCount: 42,
      asOf: NOW + 5_000,
      isOwnerFresh: true,
    };
    expect(await account.refresh()).toEqual({ ok: true, value: snapshot });
    expect(await storedSnapshot.getValue()).toEqual(snapshot);
    expect(snapshotChanged).toHaveBeenCalledTimes(1);
    expect(fetch.sent.map(({ url }) => url.replace('https://civitai.com/api/v1/', '')).sort()).toEqual([
      'me',
      'vault/all?limit=1',
      'vault/get',
    ]);
    expect(announced.at(-1)).toMatchObject({ kind: 'signed-in', session, membership: 'member' });
  });

  it('announces to pages only what is new to them', async () => {
    const { account, announced } = createFakeAccount(memberSite());
    await signedIn(account);
    await account.refresh();
    const before = announced.length;
    await account.refresh();
    expect(announced).toHaveLength(before);
  });

  it('asked for twice at once is one', async () => {
    const { account, asked } = createFakeAccount(memberSite());
    await signedIn(account);
    const [first, second] = await Promise.all([account.refresh(), account.refresh()]);
    expect(second).toEqual(first);
    expect(asked()).toHaveLength(1 + 3);
  });

  it('asks nothing while signed out', async () => {
    const { account, fetch } = createFakeAccount(memberSite());
    expect(await account.refresh()).toEqual({ ok: false, problem: { kind: 'not-signed-in' } });
    expect(fetch.sent).toEqual([]);
  });

  it('sees a lapsed membership in a vault without free space', async () => {
    const vault = { userId: 3, storageKb: 0, usedStorageKb: 250, updatedAt: quota.updatedAt };
    const { account } = createFakeAccount(memberSite({ get: () => json({ vault }) }));
    await signedIn(account);
    expect(await account.refresh()).toMatchObject({
      ok: true,
      value: { membership: 'lapsed', quota: { ...quota, totalKb: 0 }, itemCount: 42 },
    });
  });

  it('sees an account that never had a vault, and gives it no quota', async () => {
    const { account } = createFakeAccount(memberSite({ get: () => json({ vault: null }) }));
    await signedIn(account);
    const refreshed = await account.refresh();
    expect(refreshed).toMatchObject({ ok: true, value: { membership: 'never' } });
    expect(refreshed.ok && 'quota' in refreshed.value).toBe(false);
  });

  it('works with a key limited to the vault, which knows its user by the vault', async () => {
    const { account } = createFakeAccount(memberSite({ me: unauthorized }));
    await signedIn(account);
    const refreshed = await account.refresh();
    expect(refreshed).toMatchObject({ ok: true, value: { membership: 'member', quota, itemCount: 42 } });
    expect(refreshed.ok && 'username' in refreshed.value).toBe(false);
    expect(await account.connection()).toMatchObject({ kind: 'signed-in', userId: 3, canWrite: true });
  });

  it('keeps the name it knows when /me alone fails', async () => {
    const site = memberSite();
    const { account } = createFakeAccount(site);
    await signedIn(account);
    site.me = () => html(502);
    expect(await account.refresh()).toMatchObject({ ok: true, value: { username: 'ada', tier: 'gold', quota } });
  });

  it('hears that the key may no longer write', async () => {
    const site = memberSite();
    const { account, announced } = createFakeAccount(site);
    await signedIn(account);
    site.me = () => json({ id: 3, username: 'ada', tier: 'gold', tokenScope: READ_ONLY });
    expect(await account.refresh()).toMatchObject({ ok: true, value: { canWrite: false } });
    expect(announced.at(-1)).toMatchObject({ kind: 'signed-in', canWrite: false });
  });

  it('leaves out the number of items when that alone fails', async () => {
    const site = memberSite();
    const { account } = createFakeAccount(site);
    await signedIn(account);
    await account.refresh();
    site.all = () => html(500);
    const refreshed = await account.refresh();
    expect(refreshed).toMatchObject({ ok: true, value: { quota } });
    expect(refreshed.ok && 'itemCount' in refreshed.value).toBe(false);
  });

  it.each([
    ['no answer', () => Promise.reject(new TypeError('no')), { kind: 'site-error' }],
    ['a page', () => html(200), { kind: 'unreadable' }],
    ['403', () => html(403), { kind: 'blocked' }],
    ['500', () => json({ error: { code: 'BAD_REQUEST' } }, 500), { kind: 'site-error' }],
  ])('that fails (%s) leaves the last figures with their age', async (_, get, problem) => {
    const site = memberSite();
    const { account, clock } = createFakeAccount(site);
    const { session } = await signedIn(account);
    await account.refresh();
    const before = await storedSnapshot.getValue();
    clock.now = NOW + 60_000;
    site.get = get;
    expect(await account.refresh()).toEqual({ ok: false, problem });
    expect(await storedSnapshot.getValue()).toEqual(before);
    expect(before).toMatchObject({ session, asOf: NOW, quota });
    expect(await account.connection()).toMatchObject({ kind: 'signed-in', session });
  });
});
