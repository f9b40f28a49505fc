import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSiteAdditions } from '@/entrypoints/background/page-budget/site-additions';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 26);
const clock = { now: NOW };
const takeAll = async (count: number, isOfList = false) => {
  let granted = 0;
  for (let at = 0; at < count; at += 1) if (!(await createSiteAdditions(() => clock.now).take(isOfList))) granted += 1;
  return granted;
};

beforeEach(() => {
  fakeBrowser.reset();
  clock.now = NOW;
});

describe('additions that pages of the site ask for', () => {
  it('are 30 a minute and 200 an hour, whichever worker counts', async () => {
    expect(await takeAll(40)).toBe(30);
    let granted = 30;
    for (let minute = 0; minute < 10; minute += 1) {
      clock.now += MINUTE;
      granted += await takeAll(40);
    }
    expect(granted).toBe(200);
    clock.now = NOW + 60 * MINUTE;
    expect(await takeAll(40)).toBe(30);
  });

  it('say when the next is taken', async () => {
    await takeAll(30);
    const problem = await createSiteAdditions(() => clock.now).take(false);
    expect(problem).toEqual({ kind: 'page-limit', of: 'additions', until: NOW + MINUTE });
  });

  it('of a list that the user has confirmed are not counted among them', async () => {
    expect(await takeAll(60, true)).toBe(60);
    expect(await takeAll(30)).toBe(30);
  });
});
