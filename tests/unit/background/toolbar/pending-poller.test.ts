import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { clearToken } from '@/entrypoints/background/account/token';
import { createPendingPoller } from '@/entrypoints/background/toolbar/pending-poller';
import { item } from '@/tests/unit/background/mirror/fake-site';
import { storedSummary } from '@/utils/account/snapshot';
import { ALARM, calm, failed, figuresChanged, freshBrowser, pending, period, start } from './fake-toolbar';

afterEach(() => {
  vi.useRealTimers();
});

beforeEach(freshBrowser);

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
    const { poller } = await start([pending(1)]);
    expect(await period()).toBe(10);
    await clearToken();
    poller.changed();
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
    createPendingPoller({ mirror, engine, now: Date.now, figuresChanged }).start();
    await vi.waitFor(async () => expect(await period()).toBe(10));
  });

  it('is checked in time after the clock was set back: the alarm would come only then', async () => {
    const { mirror, engine } = await start([pending(1)]);
    const scheduled = async () => (await browser.alarms.get(ALARM))?.scheduledTime ?? 0;
    await browser.alarms.create(ALARM, { when: Date.now() + 24 * 3_600_000, periodInMinutes: 10 });
    createPendingPoller({ mirror, engine, now: Date.now, figuresChanged }).start();
    await vi.waitFor(async () => expect((await scheduled()) - Date.now()).toBeLessThanOrEqual(600_000));
  });

  it('is checked first where it was seen before the clock was set back', async () => {
    const { site, ring, time } = await start(Array.from({ length: 101 }, (_, index) => pending(index + 1)));
    time.setBy = -24 * 3_600_000;
    const asked: number[][] = [];
    const { check } = site.api;
    site.api.check = async ids => {
      asked.push([...ids]);
      return check(ids);
    };
    await ring();
    await ring();
    expect(new Set(asked.flat()).size).toBe(101);
  });
});
