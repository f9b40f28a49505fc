import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openSignIn } from '@/entrypoints/background/account/sign-in-tab';

type Tab = { id: number; windowId?: number; status: 'loading' | 'complete'; url: string };

const PAGE = fakeBrowser.runtime.getURL('/popup.html');

let tabs: Tab[] = [];
let lastId = 0;

/** As the browser makes it: what it loads is found by no query yet. */
const create = vi.fn(async ({ url }: { url: string }) => {
  lastId += 1;
  const tab: Tab = { id: lastId, windowId: 4, status: 'loading', url };
  tabs.push(tab);
  return tab;
});
const update = vi.fn(async (_id: number, _changes: object) => undefined);
const focus = vi.fn(async (_id: number, _changes: object) => undefined);

function arrive(): void {
  for (const tab of tabs) tab.status = 'complete';
}

beforeEach(() => {
  tabs = [];
  for (const spy of [create, update, focus]) spy.mockClear();
  Object.assign(fakeBrowser.tabs, {
    create,
    update,
    query: async ({ url }: { url: string[] }) => tabs.filter(tab => tab.status === 'complete' && url.includes(tab.url)),
    get: async (id: number) => {
      const tab = tabs.find(each => each.id === id);
      if (!tab) throw new Error(`No tab with id: ${id}`);
      return tab;
    },
  });
  Object.assign(fakeBrowser.windows, { update: focus });
});

it('opens the page in a tab, and from then on brings that tab to the front', async () => {
  await openSignIn();
  expect(create.mock.calls).toEqual([[{ url: `${PAGE}?tab` }]]);
  arrive();
  for (let press = 0; press < 30; press += 1) await openSignIn();
  expect(create).toHaveBeenCalledOnce();
  expect(update).toHaveBeenCalledTimes(30);
  expect(update).toHaveBeenLastCalledWith(lastId, { active: true });
  expect(focus).toHaveBeenLastCalledWith(4, { focused: true });
});

it('makes one tab of two presses at once, and of a press while it loads', async () => {
  await Promise.all([openSignIn(), openSignIn(true)]);
  await openSignIn();
  expect(create).toHaveBeenCalledOnce();
  expect(update.mock.calls).toEqual([[lastId, { active: true }]]);
});

it('lets the open tab say that a change takes a key', async () => {
  await openSignIn();
  arrive();
  await openSignIn(true);
  expect(create).toHaveBeenCalledOnce();
  expect(update.mock.calls).toEqual([[lastId, { active: true, url: `${PAGE}?tab&change` }]]);
});

it('finds the tab of a worker before this one', async () => {
  tabs.push({ id: 900, status: 'complete', url: `${PAGE}?tab&change` });
  await openSignIn();
  expect(create).not.toHaveBeenCalled();
  expect(update.mock.calls).toEqual([[900, { active: true }]]);
  // A browser without windows.
  expect(focus).not.toHaveBeenCalled();
});

it('opens another when the user has closed it, or has gone on to something else in it', async () => {
  await openSignIn();
  tabs = [];
  await openSignIn();
  expect(create).toHaveBeenCalledTimes(2);
  arrive();
  for (const tab of tabs) tab.url = 'https://example.com/';
  await openSignIn();
  expect(create).toHaveBeenCalledTimes(3);
  expect(update).not.toHaveBeenCalled();
});
