import { beforeEach, expect, it, vi } from 'vitest';
import { freeSpaceOf, readFigures } from '@/entrypoints/background/account/figures';
import { NOW } from '@/tests/unit/background/api/fake-fetch';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { storedSnapshot } from '@/utils/account/snapshot';
import { createFakeAccount, createGate, memberSite, signedIn } from './fake-account';

beforeEach(freshStorage);

async function start() {
  const site = memberSite();
  const fake = createFakeAccount(site);
  const { session } = await signedIn(fake.account);
  await fake.account.refresh();
  fake.clock.now = NOW + 1_000;
  /** A request that was sent now, and has been answered. */
  const change = async (kb?: number, of = session, sentAt = fake.clock.now): Promise<void> => {
    fake.account.usageChanged(of, sentAt, kb);
    // In turn with it.
    await fake.account.signIn('');
    await new Promise(resolve => setTimeout(resolve, 5));
  };
  const free = async () => {
    const figures = await readFigures(session, fake.account.refresh, fake.clock.now);
    const space = freeSpaceOf(figures);
    return space.ok ? space.value.freeKb : undefined;
  };
  fake.fetch.sent.length = 0;
  return { ...fake, site, session, change, free };
}

it('the free space follows own additions and removals without a request, and is marked as computed', async () => {
  const { change, free, fetch, snapshotChanged } = await start();
  snapshotChanged.mockClear();
  await change(100);
  await change(-30);
  expect(await free()).toBe(1_000 - 250 - 70);
  expect(await storedSnapshot.getValue()).toMatchObject({ quota: { usedKb: 320 }, usage: 'computed' });
  expect(fetch.sent).toEqual([]);
  expect(snapshotChanged).toHaveBeenCalledTimes(2);
});

it('is asked for again after a change by an amount that is not known, at most every ten seconds', async () => {
  const { change, free, fetch, clock } = await start();
  await change();
  await change(100);
  expect(await free()).toBe(750);
  clock.now += 10_000;
  expect(await free()).toBe(750);
  expect(fetch.sent).toHaveLength(3);
  expect(await storedSnapshot.getValue()).not.toHaveProperty('usage');
});

it('is asked for again after two minutes, in which others may have changed the vault', async () => {
  const { free, fetch, clock } = await start();
  clock.now += 118_000;
  await free();
  expect(fetch.sent).toEqual([]);
  clock.now += 2_000;
  await free();
  expect(fetch.sent).toHaveLength(3);
});

it('is asked for at once where the user wants to know, at most every ten seconds', async () => {
  const { session, account, fetch, clock } = await start();
  const look = () => readFigures(session, account.refresh, clock.now, true);
  await look();
  expect(fetch.sent).toEqual([]);
  clock.now += 9_000;
  await look();
  expect(fetch.sent).toHaveLength(3);
});

it('is not computed from figures that may know of the change already', async () => {
  const { account, change, site, clock, fetch } = await start();
  await change(100, undefined, NOW);
  expect(await storedSnapshot.getValue()).toMatchObject({ quota: { usedKb: 250 }, usage: 'outdated' });
  const { open, opened } = createGate();
  const answer = site.me;
  site.me = () => opened.then(answer);
  clock.now += 1_000;
  const refreshed = account.refresh();
  await vi.waitFor(() => expect(fetch.sent).toHaveLength(3));
  await change(100);
  open();
  expect(await refreshed).toMatchObject({ ok: true, value: { quota: { usedKb: 250 }, usage: 'outdated' } });
});

it('is left alone by requests of another session', async () => {
  const { change } = await start();
  const before = await storedSnapshot.getValue();
  await change(100, 'another');
  expect(await storedSnapshot.getValue()).toEqual(before);
});
