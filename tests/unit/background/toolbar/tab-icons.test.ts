import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectionOf, readAccount } from '@/entrypoints/background/account/account-store';
import { clearToken } from '@/entrypoints/background/account/token';
import { createTabIcons } from '@/entrypoints/background/toolbar/tab-icons';
import { item } from '@/tests/unit/background/mirror/fake-site';
import { type FakeTab, hideTabs, showTabs } from '@/tests/unit/background/tabs/fake-tabs';
import { seenConcern } from '@/utils/account/seen-concern';
import { badge, calm, failed, freshBrowser, ofTabs, start } from './fake-toolbar';

beforeEach(freshBrowser);
afterEach(() => {
  hideTabs();
  vi.useRealTimers();
});

const answer = (models: number[]) => ({ session: 's', versions: 0, inVault: 0, models });
const feed = (id: number, models: number[], active = true): FakeTab => ({
  ...{ id, active, url: 'https://civitai.com/models', status: 'complete', answer: answer(models) },
});

/** A new worker's icons, over a vault with one model. */
async function startIcons(tabs: FakeTab[], rows = [item(1)]) {
  const worker = await start(rows);
  const shown = showTabs(tabs);
  const account = { connection: async () => connectionOf(await readAccount()) };
  const create = () => createTabIcons({ account, mirror: worker.mirror });
  const icons = create();
  icons.listen();
  await icons.paintAll();
  return { ...worker, ...shown, icons, create };
}
const own = item(1).modelId;

describe('the icons of tabs', () => {
  it('are painted for the tabs in front when a worker starts, each with what is on it', async () => {
    await startIcons([feed(1, [own, 900]), feed(2, [900]), feed(3, [own], false)]);
    const painted = [...ofTabs].map(([id, { icon, text }]) => [id, icon, text]);
    expect(painted.toSorted()).toEqual([
      [-1, 'plain', undefined],
      [1, 'some', '1'],
      [2, 'none', ''],
    ]);
    expect(ofTabs.get(1)?.title).toMatch(/1.* of .*2.* models here are in your vault/);
  });

  it('follow the page when it asks for something, with one look for all of it and one later', async () => {
    const tab = feed(1, [900]);
    const { icons, asked } = await startIcons([tab]);
    expect(ofTabs.get(1)?.icon).toBe('none');
    tab.answer = answer([own, 900]);
    asked.length = 0;
    for (let times = 0; times < 5; times += 1) icons.pageSpoke(1);
    await calm();
    expect([ofTabs.get(1)?.icon, asked]).toEqual(['some', [1]]);
    tab.answer = answer([own]);
    await vi.advanceTimersByTimeAsync(1_500);
    await calm();
    expect([ofTabs.get(1)?.icon, asked]).toEqual(['in', [1, 1]]);
  });

  it('look again at a page that goes on moving once a second', async () => {
    const { icons, asked } = await startIcons([feed(1, [own])]);
    asked.length = 0;
    for (let passedMs = 0; passedMs < 3_000; passedMs += 50) {
      icons.pageSpoke(1);
      await vi.advanceTimersByTimeAsync(50);
    }
    // Three or four looks soon, and one or two later.
    expect(asked.length).toBeGreaterThanOrEqual(3);
    expect(asked.length).toBeLessThanOrEqual(6);
  });

  it('are right when the user comes to a tab, also with a worker that has just started', async () => {
    const { create, activate } = await startIcons([feed(1, [900]), feed(2, [own], false)]);
    expect(ofTabs.has(2)).toBe(false);
    const next = create();
    next.listen();
    await next.paintAll();
    activate(2);
    await calm();
    expect(ofTabs.get(2)?.icon).toBe('in');
  });

  it('say that no account is connected', async () => {
    const { icons } = await startIcons([feed(1, [own])]);
    await clearToken();
    icons.changed();
    await calm();
    expect(ofTabs.get(1)).toMatchObject({ icon: 'off', text: '', title: 'Vaulted: not connected to a vault' });
    expect(ofTabs.get(-1)?.icon).toBe('off');
  });

  it('say on every page what needs the user’s attention, until it was seen', async () => {
    await startIcons([feed(1, [own])], [item(1), failed(2, 4)]);
    expect(ofTabs.get(1)).toMatchObject({ icon: 'attention', text: '1' });
    expect(badge.text).toBe('1');
    await seenConcern.setValue({ lost: 1, isOver: false });
    await calm();
    expect(ofTabs.get(1)).toMatchObject({ icon: 'in', text: '1' });
    expect(badge.text).toBe('');
  });
});
