import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browserHost } from '@/entrypoints/popup/host/browser-host';
import { seenConcern } from '@/utils/account/seen-concern';
import { storedSnapshot, storedSummary } from '@/utils/account/snapshot';
import type { CachedPart } from '@/utils/messages/protocol';
import { cachedItems, submitIntent } from '@/utils/messages/rows/requests';
import { tabSummary } from '@/utils/messages/rows/tab-requests';
import { fail, ok } from '@/utils/problem';
import { DEFAULT_SETTINGS } from '@/utils/settings/settings';
import { knownItem, NOW, pageWith, snapshotWith, summaryWith } from './fake-host';

const world = vi.hoisted(() => ({ ask: vi.fn() }));
vi.mock('@/utils/messages/ask', () => ({ ask: world.ask }));

const part = (from: number, to: number, unread: number, session = 'session-1'): CachedPart => ({
  session,
  items: Array.from({ length: from - to + 1 }, (_, n) => knownItem(from - n)),
  unread,
  facts: [],
  status: { kind: 'synced', at: NOW },
});

beforeEach(() => {
  fakeBrowser.reset();
  world.ask.mockReset();
});

describe('the stored figures', () => {
  it('are read from the storage area that has them', async () => {
    expect(await browserHost.readFigures()).toEqual({ snapshot: undefined, summary: undefined });
    await storedSnapshot.setValue(snapshotWith());
    await storedSummary.setValue(summaryWith(), true);
    expect(await browserHost.readFigures()).toEqual({ snapshot: snapshotWith(), summary: summaryWith() });
  });

  it('are nothing where the browser refuses storage', async () => {
    const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('no'));
    expect(await browserHost.readFigures()).toEqual({ snapshot: undefined, summary: undefined });
    get.mockRestore();
  });
});

describe('the whole vault', () => {
  it('is asked for part by part, until nothing is left', async () => {
    world.ask.mockResolvedValueOnce(ok(part(1_005, 6, 5))).mockResolvedValueOnce(ok(part(5, 1, 0)));
    const known = await browserHost.readItems();
    expect(known?.items.map(({ id }) => id).at(-1)).toBe(1);
    expect(known?.items).toHaveLength(1_005);
    expect(world.ask.mock.calls).toEqual([
      [cachedItems, {}],
      [cachedItems, { before: 6 }],
    ]);
  });

  it('is never of two accounts', async () => {
    const other = part(2_003, 2_001, 0, 'session-2');
    world.ask.mockResolvedValueOnce(ok(part(1_005, 6, 5))).mockResolvedValue(ok(other));
    expect(await browserHost.readItems()).toEqual(other);
    expect(world.ask).toHaveBeenLastCalledWith(cachedItems, {});
  });

  it('is `undefined` without an answer', async () => {
    world.ask.mockResolvedValueOnce(ok(part(1_005, 6, 5))).mockResolvedValueOnce(fail({ kind: 'unexpected' }));
    expect(await browserHost.readItems()).toBeUndefined();
  });
});

describe('the browser', () => {
  it('may refuse anything: nothing rejects, and a choice that wasn’t stored is reported', async () => {
    const no = vi.fn(async () => {
      throw new Error('no');
    });
    const tabs = ['create', 'remove', 'getCurrent', 'reload'];
    const before = { ...fakeBrowser.tabs };
    Object.assign(fakeBrowser.tabs, Object.fromEntries(tabs.map(name => [name, no])));
    await Promise.all([browserHost.openTab(), browserHost.closeTab(), browserHost.reloadTab(9)]);
    Object.assign(fakeBrowser.tabs, before);
    expect(no).toHaveBeenCalledTimes(3);
    expect(await browserHost.saveSettings(DEFAULT_SETTINGS)).toBe(true);
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
    expect(await browserHost.saveSettings(DEFAULT_SETTINGS)).toBe(false);
    set.mockRestore();
  });
});

describe('the page in front', () => {
  it('is what the background says of it, if it says anything', async () => {
    world.ask.mockResolvedValueOnce(ok(pageWith())).mockResolvedValueOnce(fail({ kind: 'unexpected' }));
    expect(await browserHost.readPage()).toEqual(pageWith());
    expect(await browserHost.readPage()).toBeUndefined();
    expect(world.ask).toHaveBeenCalledWith(tabSummary, {});
  });

  it('has its version added with the names that it goes by', async () => {
    world.ask.mockResolvedValue(fail({ kind: 'offline' }));
    const { modelVersionId: versionId, modelId } = knownItem(1);
    const fact = { versionId, state: 'out', asOf: 0 } as const;
    await browserHost.add({ versionId, modelId, modelName: 'Fox', versionName: '', fact }, 'session-1');
    const intent = { session: 'session-1', versionId, modelId, target: 'in', modelName: 'Fox' };
    expect(world.ask).toHaveBeenCalledExactlyOnceWith(submitIntent, intent);
  });
});

describe('the toolbar', () => {
  const told = (action: object) => {
    Object.assign(fakeBrowser, { action });
    return browserHost.isPinned();
  };

  it('has the icon, or not, or isn’t there', async () => {
    expect(await told({ getUserSettings: async () => ({ isOnToolbar: true }) })).toBe(true);
    expect(await told({ getUserSettings: async () => ({ isOnToolbar: false }) })).toBe(false);
    expect(await told({})).toBeUndefined();
  });

  it('is of Firefox where the browser says who it is', () => {
    expect(browserHost.family()).toBe('chromium');
    Object.assign(fakeBrowser.runtime, { getBrowserInfo: async () => ({ name: 'Firefox' }) });
    expect(browserHost.family()).toBe('firefox');
    Reflect.deleteProperty(fakeBrowser.runtime, 'getBrowserInfo');
  });
});

describe('the clipboard', () => {
  it('gets a text, or refuses it', async () => {
    const writeText = vi.fn(async () => {});
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    expect(await browserHost.copy('urn:air')).toBe(true);
    writeText.mockRejectedValueOnce(new Error('no'));
    expect(await browserHost.copy('urn:air')).toBe(false);
    expect(writeText).toHaveBeenCalledWith('urn:air');
    vi.unstubAllGlobals();
  });
});

describe('what was seen', () => {
  it('is stored, and the toolbar’s badge is cleared', async () => {
    const setBadgeText = vi.fn(async () => {});
    Object.assign(fakeBrowser, { action: { setBadgeText } });
    expect(await browserHost.noteSeen({ lost: 2, isOver: true })).toEqual({ lost: 0, isOver: false });
    expect(await browserHost.noteSeen({ lost: 2, isOver: true })).toEqual({ lost: 2, isOver: true });
    expect(await seenConcern.getValue()).toEqual({ lost: 2, isOver: true });
    expect(setBadgeText).toHaveBeenLastCalledWith({ text: '' });
  });
});
