import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showForNow } from '@/entrypoints/background/toolbar/toolbar';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { plain } from '@/tests/unit/support/plain';
import { itemWith } from '@/tests/unit/utils/vault-view/items';
import { openWorld } from './stage';

beforeEach(async () => {
  await freshStorage();
});

// Files share a process: the icon would still say it.
afterEach(() => showForNow(undefined));

test('the key adds the version on screen', async () => {
  const world = openWorld({});
  world.press('toggle-version');
  await vi.waitFor(() => expect(world.submit.mock.calls[0]?.[0]).toMatchObject({ versionId: 34, target: 'in' }));
  expect(world.askRemoval).not.toHaveBeenCalled();
});

test('of one in the vault it only has the user asked on our own ground', async () => {
  const world = openWorld({ states: { 34: 'in' } });
  world.press('toggle-version');
  await vi.waitFor(() =>
    expect(world.askRemoval).toHaveBeenCalledExactlyOnceWith({ session: 's', versionId: 34, modelId: 12 }, undefined),
  );
  expect(world.submit).not.toHaveBeenCalled();
});

test('the keys open the vault page, and its search', async () => {
  const world = openWorld({});
  world.press('open-vault');
  await vi.waitFor(() => expect(world.opened).toEqual(['chrome-extension://own/vault.html']));
  world.press('search-vault');
  await vi.waitFor(() => expect(world.opened[1]).toBe('chrome-extension://own/vault.html#search'));
});

test.each([{ lacks: ['contextMenus', 'commands', 'omnibox'] }])('a browser without them is no error', ({ lacks }) => {
  expect(() => openWorld({ lacks })).not.toThrow();
});

const named = itemWith(1, { modelName: 'Ash & <Birch>\u0007', versionName: `"v1"` });

test('suggestions are XML in Chromium, and plain in Firefox', async () => {
  const world = openWorld({ items: [named, itemWith(2, { modelName: 'Cedar' })] });
  world.start();
  world.type('birch');
  await vi.waitFor(() => expect(world.suggestions).toHaveLength(1));
  const { modelId, modelVersionId } = named;
  const [found] = world.suggestions;
  expect(found).toMatchObject({ content: `${modelId}@${modelVersionId}` });
  expect(plain(JSON.stringify(found))).toContain('&quot;v1&quot; of Ash &amp; &lt;Birch&gt;');
  const firefox = openWorld({ items: [named], isFirefox: true });
  firefox.type('ash');
  await vi.waitFor(() => expect(plain(JSON.stringify(firefox.suggestions))).toContain('Ash & <Birch>'));
});

test('the list is read once for each time the user types', async () => {
  const world = openWorld({ items: [named] });
  world.start();
  for (const text of ['a', 'as', 'ash']) world.type(text);
  await vi.waitFor(() => expect(world.suggestions).toHaveLength(1));
  expect(world.all).toHaveBeenCalledTimes(1);
});

test('a suggestion opens its item where the user wants it, a word the search', async () => {
  const world = openWorld({ items: [named] });
  world.enter('12@34', 'currentTab');
  await vi.waitFor(() => expect(world.moved).toEqual(['chrome-extension://own/vault.html?version=34']));
  world.enter('ash', 'newForegroundTab');
  await vi.waitFor(() => expect(world.opened).toEqual(['chrome-extension://own/vault.html?query=ash']));
});
