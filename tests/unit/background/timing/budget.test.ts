import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createAllowance, createStoredBudget } from '@/entrypoints/background/timing/budget';

const LIMITS = [
  { most: 3, withinMs: 1_000 },
  { most: 5, withinMs: 10_000 },
];
const NOW = Date.UTC(2026, 10, 26);
const clock = { now: NOW };
const open = (key = 'budget') => createStoredBudget(key, LIMITS, () => clock.now);
const takeAll = (budget = open(), count = 4) => Promise.all(Array.from({ length: count }, () => budget.take()));

beforeEach(() => {
  fakeBrowser.reset();
  clock.now = NOW;
});

describe('a budget', () => {
  it('holds what it holds, however many ask at once, and says when the next is free', async () => {
    expect(await takeAll()).toEqual([0, 0, 0, NOW + 1_000]);
    clock.now += 1_000;
    expect(await takeAll(open(), 3)).toEqual([0, 0, NOW + 10_000]);
    clock.now = NOW + 10_000;
    expect(await open().take()).toBe(0);
  });

  it('is not refilled by a new worker', async () => {
    await takeAll(open());
    expect(await open().take()).toBe(NOW + 1_000);
    expect(await open('another').take()).toBe(0);
  });

  it('is not refilled by a clock that is set back', async () => {
    await takeAll(open());
    clock.now -= 3_600_000;
    expect(await open().take()).toBe(clock.now + 1_000);
  });

  it('counts on with a clock that is set back, also where nothing was left', async () => {
    await takeAll(open());
    clock.now -= 3_600_000;
    await open().take();
    clock.now += 1_000;
    expect(await open().take()).toBe(0);
  });

  it('says whether one is free, and takes none', async () => {
    expect(await open().isFree()).toBe(true);
    expect(await takeAll()).toEqual([0, 0, 0, NOW + 1_000]);
    expect(await open().isFree()).toBe(false);
  });

  it('lets nothing be taken where the browser refuses storage', async () => {
    const get = fakeBrowser.storage.session.get;
    fakeBrowser.storage.session.get = () => Promise.reject(new Error('refused'));
    expect(await open().take()).toBeGreaterThan(clock.now);
    fakeBrowser.storage.session.get = get;
  });
});

describe('an allowance', () => {
  it('grants what is left of its narrowest limit, and says when there is more', () => {
    const allowance = createAllowance(...LIMITS);
    expect([allowance.take(2, NOW), allowance.take(9, NOW), allowance.take(1, NOW)]).toEqual([2, 1, 0]);
    expect(allowance.freeAt(NOW)).toBe(NOW + 1_000);
    expect(allowance.take(9, NOW + 1_000)).toBe(2);
    expect(allowance.freeAt(NOW + 1_000)).toBe(NOW + 10_000);
    expect(allowance.take(9, NOW - 3_600_000)).toBe(0);
    expect(allowance.take(9, NOW - 3_590_000)).toBe(3);
  });
});
