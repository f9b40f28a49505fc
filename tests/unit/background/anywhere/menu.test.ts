import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readResults } from '@/entrypoints/background/history/menu-results';
import { showForNow } from '@/entrypoints/background/toolbar/toolbar';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { plain } from '@/tests/unit/support/plain';
import { openWorld, type World } from './stage';

const LINK = 'https://civitai.com/models/12/ash?modelVersionId=34';

beforeEach(async () => {
  await freshStorage();
});

afterEach(() => {
  vi.useRealTimers();
  // Files share a process: the icon would still say it.
  showForNow(undefined);
});

const title = ({ shown }: World) => plain(shown.title);

test('the menu has its entries after the installation, with their places', async () => {
  const world = openWorld({});
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
  await vi.waitFor(() => expect(world.entries).toHaveLength(4));
  expect(world.entries.map(({ title: words }) => plain(words ?? ''))).toEqual([
    'Add to vault',
    'Show in vault',
    'Add “%s” to vault',
    'Search vault for “%s”',
  ]);
});

test('a link to a version is added, and the icon, the popup and the page say so', async () => {
  const world = openWorld({});
  world.choose({ menuItemId: 'add-link', linkUrl: LINK });
  await vi.waitFor(() => expect(title(world)).toBe('v2 of Ash is in your vault.'));
  expect(world.shown.text).toBe('✓');
  expect(world.submit).toHaveBeenCalledExactlyOnceWith(
    { session: 's', versionId: 34, modelId: 12, target: 'in' },
    'browser',
  );
  const [kept] = await readResults('s');
  expect(plain(kept?.text ?? '')).toBe('v2 of Ash is in your vault.');
  expect(world.results).toEqual([{ announce: 'result', text: kept?.text }]);
  expect(await readResults('another')).toEqual([]);
});

test('the icon says it for 5 s', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const world = openWorld({});
  world.choose({ menuItemId: 'add-text', selectionText: 'a forest' });
  await vi.waitFor(() => expect(world.shown.text).toBe('!'));
  await vi.advanceTimersByTimeAsync(4_900);
  expect(world.shown.text).toBe('!');
  await vi.advanceTimersByTimeAsync(200);
  await vi.waitFor(() => expect(world.shown.text).toBe(''));
});

test('of a model, the first published version is added', async () => {
  const world = openWorld({});
  world.choose({ menuItemId: 'add-link', linkUrl: 'http://www.civitai.red/models/99' });
  await vi.waitFor(() => expect(title(world)).toBe('v2 of Ash is in your vault.'));
  expect(world.submit.mock.calls[0]?.[0]).toMatchObject({ versionId: 34, modelId: 99 });
});

test.each(['urn:air:sdxl:checkpoint:civitai:12@34', '12@34', '34', LINK])('"%s" is added', async selectionText => {
  const world = openWorld({});
  world.choose({ menuItemId: 'add-text', selectionText });
  await vi.waitFor(() => expect(world.submit.mock.calls[0]?.[0]).toMatchObject({ versionId: 34, target: 'in' }));
});

test('a number alone is told by the names that it has, and by itself where they can’t be looked up', async () => {
  const world = openWorld({});
  world.choose({ menuItemId: 'add-text', selectionText: '34' });
  await vi.waitFor(() => expect(title(world)).toBe('v2 of Ash is in your vault.'));
  world.choose({ menuItemId: 'add-text', selectionText: '35' });
  await vi.waitFor(() => expect(title(world)).toBe('Version 35 is in your vault.'));
});

test.each(['a forest', '', 'https://example.org/models/12', '12@', '0', 'civitai.com'])(
  '"%s" is answered with a sentence',
  async selectionText => {
    const world = openWorld({});
    world.choose({ menuItemId: 'add-text', selectionText });
    await vi.waitFor(() => expect(title(world)).toMatch(/^That is no link/));
    expect(world.submit).not.toHaveBeenCalled();
  },
);

test('a version in the vault is shown there; one that is not is a sentence', async () => {
  const world = openWorld({ states: { 34: 'in' } });
  world.choose({ menuItemId: 'show-link', linkUrl: LINK });
  await vi.waitFor(() => expect(world.opened).toEqual(['chrome-extension://own/vault.html?version=34']));
  world.choose({ menuItemId: 'show-link', linkUrl: 'https://civitai.com/models/13' });
  await vi.waitFor(() => expect(title(world)).toBe('No version of this model is in your vault.'));
});

test('several versions of a model are shown as a search', async () => {
  const world = openWorld({ states: { 33: 'in', 34: 'failed' } });
  world.choose({ menuItemId: 'show-link', linkUrl: 'https://civitai.com/models/12/ash' });
  await vi.waitFor(() => expect(world.opened).toEqual(['chrome-extension://own/vault.html?query=Ash']));
});

test('a selection is searched', async () => {
  const world = openWorld({});
  world.choose({ menuItemId: 'search-text', selectionText: ' a & b ' });
  await vi.waitFor(() => expect(world.opened).toEqual(['chrome-extension://own/vault.html?query=a+%26+b']));
});

test('without a key nothing is added, and the sentence says why', async () => {
  const world = openWorld({ connection: { kind: 'signed-out' } });
  world.choose({ menuItemId: 'add-link', linkUrl: LINK });
  await vi.waitFor(() => expect(world.shown.text).toBe('!'));
  expect(world.submit).not.toHaveBeenCalled();
});

test('the popup has room for the last three', async () => {
  const world = openWorld({});
  for (const id of [1, 2, 3, 4]) {
    world.choose({ menuItemId: 'add-text', selectionText: `${id}` });
    await vi.waitFor(async () => expect(plain((await readResults('s'))[0]?.text ?? '')).toContain(`${id}`));
  }
  expect(await readResults('s')).toHaveLength(3);
});
