import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeAccount } from '@/entrypoints/background/account/account-store';
import { clearToken } from '@/entrypoints/background/account/token';
import { createPendingPoller } from '@/entrypoints/background/toolbar/pending-poller';
import { paintToolbar } from '@/entrypoints/background/toolbar/toolbar';
import { createSite, createTime, item, MINUTE, signIn, startWorker } from '@/tests/unit/background/mirror/stage';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { seenConcern } from '@/utils/account/seen-concern';
import { removeFigures, storedSnapshot, storedSummary } from '@/utils/account/snapshot';
import type { VaultItem } from '@/utils/vault/vault-item';
import { summarizeVault } from '@/utils/vault/vault-summary';

const ALARM = 'vaulted-watch';
const badge = { text: '', title: '' };
const figuresChanged = () => void paintToolbar();

afterEach(() => {
  vi.useRealTimers();
});

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await freshStorage();
  Object.assign(fakeBrowser, {
    action: {
      setBadgeText: async ({ text }: { text: string }) => void Object.assign(badge, { text }),
      setTitle: async ({ title }: { title: string }) => void Object.assign(badge, { title }),
      setBadgeBackgroundColor: async () => undefined,
    },
  });
});

/** Turns of the event loop within which the database answers everything that is asked of it here. */
const TURNS = 3_000;

/** Lets the pause before counting pass, and the count be made. */
async function calm(): Promise<void> {
  await vi.advanceTimersByTimeAsync(400);
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise(resolve => setImmediate(resolve));
}
const period = async () => (await browser.alarms.get(ALARM))?.periodInMinutes;

/** A worker that has read a vault with these items. */
async function start(rows: VaultItem[]) {
  const session = await signIn();
  const site = createSite(0);
  site.rows = rows;
  const time = createTime();
  const worker = startWorker(site, time);
  const watch = createPendingPoller({ ...worker, figuresChanged });
  watch.start();
  await worker.mirror.refreshIfStale();
  watch.changed();
  await calm();
  /** The alarm goes off. */
  const ring = async () => {
    time.passed += 10 * MINUTE;
    await fakeBrowser.alarms.onAlarm.trigger({ name: ALARM, scheduledTime: 0, persistAcrossSessions: true });
    await vi.waitFor(() => expect(site.checks).toBeGreaterThan(0));
    await calm();
  };
  return { ...worker, watch, site, session, ring };
}

const pending = (n: number) => item(n, { status: 'Pending' });
const failed = (n: number, failures: number) => item(n, { status: 'Failed', failures });

describe('the count', () => {
  it('is kept for pages to open with: whose, how well it is known, and what there is', async () => {
    const { session } = await start([item(1), pending(2), failed(3, 1), failed(4, 4)]);
    expect(await storedSummary.getValue()).toMatchObject({
      session,
      status: { kind: 'synced' },
      stored: 1,
      pending: 1,
      failed: 2,
      lost: 1,
    });
  });

  it('follows a toggle', async () => {
    const { add, watch } = await start([item(1)]);
    await add(2);
    watch.changed();
    await calm();
    expect(await storedSummary.getValue()).toMatchObject({ stored: 1, pending: 1 });
  });

  it('is not written for somebody who has gone meanwhile', async () => {
    const { watch } = await start([item(1)]);
    await clearToken();
    await removeFigures();
    watch.changed();
    await calm();
    expect(await storedSummary.getValue()).toBeNull();
  });
});

describe('figures of an account that has signed out', () => {
  it('are wiped even if they were being written just then', async () => {
    const { watch } = await start([item(1)]);
    const write = storedSummary.setValue;
    vi.spyOn(storedSummary, 'setValue').mockImplementationOnce(async (...stock) => {
      await clearToken();
      await removeFigures();
      await write(...stock);
    });
    watch.changed();
    await calm();
    expect(await storedSummary.getValue()).toBeNull();
  });

  it('are not what the icon speaks of', async () => {
    await start([item(1)]);
    await storedSummary.setValue({ ...summarizeVault([failed(1, 4)]), session: 'another', status: { kind: 'never' } });
    await paintToolbar();
    expect(badge).toEqual({ text: '', title: 'Vaulted' });
  });
});

describe('what is not processed yet', () => {
  it('is looked at every ten minutes in one check, until there is nothing left', async () => {
    const { site, ring } = await start([item(1), pending(2), failed(3, 2)]);
    expect([await period(), site.checks]).toEqual([10, 0]);
    await ring();
    expect([await period(), site.checks]).toEqual([10, 1]);
    site.rows = [item(1), item(2), item(3)];
    await ring();
    expect(await storedSummary.getValue()).toMatchObject({ stored: 3, pending: 0, failed: 0 });
    expect(await period()).toBeUndefined();
  });

  it('is looked at once an hour where the site has given up', async () => {
    await start([failed(1, 4)]);
    expect(await period()).toBe(60);
  });

  it('is not looked at where there is nothing, and no longer after a sign-out', async () => {
    await start([item(1)]);
    expect(await period()).toBeUndefined();
    const { watch } = await start([pending(1)]);
    expect(await period()).toBe(10);
    await clearToken();
    watch.changed();
    await calm();
    expect(await period()).toBeUndefined();
  });

  it('is at most a hundred at a time, those first that were not looked at for the longest time', async () => {
    const { site, ring } = await start(Array.from({ length: 150 }, (_, index) => pending(index + 1)));
    const asked: number[][] = [];
    const { check } = site.api;
    site.api.check = async ids => {
      asked.push([...ids]);
      return check(ids);
    };
    await ring();
    await ring();
    expect(asked.map(ids => ids.length)).toEqual([100, 100]);
    expect(new Set(asked.flat()).size).toBe(150);
  });

  it('keeps its rhythm when a worker starts again', async () => {
    const { mirror, engine } = await start([pending(1)]);
    await browser.alarms.clear(ALARM);
    createPendingPoller({ mirror, engine, figuresChanged }).start();
    await vi.waitFor(async () => expect(await period()).toBe(10));
  });
});

describe('the icon', () => {
  const lookAgain = async (watch: { changed(): void }) => {
    watch.changed();
    await calm();
    return { ...badge };
  };

  it('is quiet about what is in order or settles by itself', async () => {
    await start([item(1), pending(2), failed(3, 3)]);
    expect(badge).toEqual({ text: '', title: 'Vaulted' });
  });

  it('counts what the site has given up, until it was seen', async () => {
    const { watch } = await start([failed(1, 4), failed(2, 4)]);
    expect(badge).toEqual({
      text: '2',
      title: expect.stringMatching(/^Vaulted: versions that couldn’t be stored: 2, as of .*\d\d:\d\d$/),
    });
    await seenConcern.setValue({ lost: 2, isOver: false });
    expect(await lookAgain(watch)).toMatchObject({ text: '' });
  });

  it('says for as long as it is so that the key is refused', async () => {
    const { watch, session } = await start([item(1)]);
    await changeAccount(session, known => ({ ...known, refused: true }));
    expect(await lookAgain(watch)).toEqual({ text: '!', title: 'Vaulted: Civitai no longer accepts your key' });
  });

  it('says that the vault is over its limit, until it was seen', async () => {
    const { watch, session } = await start([item(1)]);
    await storedSnapshot.setValue({
      session,
      keyTail: 'abcd',
      membership: 'lapsed',
      canWrite: true,
      quota: { usedKb: 105, totalKb: 0, updatedAt: '' },
      asOf: 1,
    });
    expect(await lookAgain(watch)).toEqual({
      text: '!',
      title: expect.stringMatching(/^Vaulted: your vault is over its limit, as of .*\d\d:\d\d$/),
    });
    await seenConcern.setValue({ lost: 0, isOver: true });
    expect(await lookAgain(watch)).toMatchObject({ text: '' });
  });
});
