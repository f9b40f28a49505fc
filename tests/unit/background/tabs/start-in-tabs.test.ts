import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readSiteTab } from '@/entrypoints/background/tabs/site-tabs';
import { startInOpenTabs, watchHiddenTabs } from '@/entrypoints/background/tabs/start-in-open-tabs';
import { startInTab } from '@/entrypoints/background/tabs/start-in-tab';
import { type FakeTab, hideTabs, showTabs } from './fake-tabs';

const MANIFEST = {
  content_scripts: [
    { matches: ['https://civitai.com/models/*'], js: ['second.js'] },
    { matches: ['https://civitai.com/*', 'https://civitai.red/*'], css: ['page.css'], js: ['first.js'] },
  ],
};
const ANSWER = { versions: 0, inVault: 0 };

type Injection = { target: { tabId: number }; files?: string[] };

const { getManifest } = fakeBrowser.runtime;

let injected: string[] = [];
/** What the browser says to a script; nothing: it has run. */
let refuse: (tabId: number) => Promise<void> | undefined = () => undefined;

/** The browser with these tabs: scripts of ours answer from then on. */
function open(tabs: FakeTab[]) {
  injected = [];
  refuse = () => undefined;
  const inject =
    (kind: string) =>
    async ({ target: { tabId }, files = ['a wait'] }: Injection) => {
      await refuse(tabId);
      injected.push(`${tabId}: ${kind} ${files.join()}`);
      const tab = tabs.find(({ id }) => id === tabId);
      if (tab && files.includes('first.js')) tab.answer = ANSWER;
    };
  Object.assign(fakeBrowser, { scripting: { executeScript: inject('script'), insertCSS: inject('style') } });
  Object.assign(fakeBrowser.runtime, { getManifest: () => MANIFEST });
  return showTabs(tabs);
}
const feed = (id: number, more: Partial<FakeTab> = {}): FakeTab => ({
  ...{ id, url: 'https://civitai.com/', status: 'complete', active: true },
  ...more,
});
const start = async (tabId: number) => {
  const tab = await readSiteTab(tabId);
  return tab && startInTab(tab);
};

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  vi.useRealTimers();
  hideTabs();
  Object.assign(fakeBrowser.runtime, { getManifest });
});

describe('a tab that was open before', () => {
  it("gets the manifest's own styles and scripts for its address, in their order", async () => {
    open([feed(1), feed(2, { url: 'https://civitai.com/models/7' })]);
    expect([await start(1), await start(2)]).toEqual([true, true]);
    expect(injected).toEqual([
      '1: style page.css',
      '1: script first.js',
      '2: script second.js',
      '2: style page.css',
      '2: script first.js',
    ]);
  });

  it('is left alone where Vaulted answers', async () => {
    open([feed(1, { answer: ANSWER })]);
    expect(await start(1)).toBe(true);
    expect(injected).toEqual([]);
  });

  it('that is loading is asked once the browser has had its turn', async () => {
    const tabs = [feed(1, { status: 'loading' }), feed(2, { status: 'loading' })];
    open(tabs);
    // The browser's own start comes with the first script that waits for the document.
    refuse = async tabId => void Object.assign(tabs[tabId - 1] ?? {}, tabId === 1 && { answer: ANSWER });
    await Promise.all([start(1), start(2)]);
    expect(injected.filter(line => line.startsWith('1'))).toEqual(['1: script a wait']);
    expect(injected.filter(line => line.endsWith('first.js'))).toEqual(['2: script first.js']);
  });

  it('may be one that the browser keeps for itself', async () => {
    open([feed(1)]);
    refuse = () => Promise.reject(new Error('Cannot access contents of the page'));
    expect(await start(1)).toBe(false);
  });
});

describe('a worker that starts', () => {
  it('starts Vaulted in the tabs on screen, and not in those that are hidden or discarded', async () => {
    open([
      feed(1),
      feed(2, { active: false }),
      feed(3, { discarded: true }),
      feed(4, { url: 'https://example.com/' }),
      feed(5, { url: 'https://civitai.red/' }),
    ]);
    await startInOpenTabs();
    expect(injected.filter(line => line.endsWith('first.js'))).toEqual(['1: script first.js', '5: script first.js']);
  });

  it('does it once while the extension runs, however often it is stopped', async () => {
    const { asked } = open([feed(1)]);
    await startInOpenTabs();
    expect(asked).toEqual([1]);
    await startInOpenTabs();
    expect(asked).toEqual([1]);
    await browser.storage.session.clear();
    await startInOpenTabs();
    expect(asked).toEqual([1, 1]);
  });

  it('starts a few at a time, and waits for none that has a dialog open', async () => {
    vi.useFakeTimers();
    const tabs = Array.from({ length: 9 }, (_, index) => feed(index + 1));
    const { asked } = open(tabs);
    // Each takes 100 ms, and the first one has a dialog open for a minute.
    refuse = tabId => new Promise(resolve => void setTimeout(resolve, tabId === 1 ? 60_000 : 50));
    const done = startInOpenTabs();
    await vi.advanceTimersByTimeAsync(10);
    expect(asked).toEqual([1, 2, 3]);
    await vi.advanceTimersByTimeAsync(110);
    expect(asked).toEqual([1, 2, 3, 4, 5]);
    await vi.advanceTimersByTimeAsync(3_000);
    await done;
    expect(injected.filter(line => line.endsWith('first.js'))).toHaveLength(8);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(injected.filter(line => line.endsWith('first.js'))).toHaveLength(9);
  });
});

describe('a hidden tab', () => {
  it('starts when the user comes to it', async () => {
    const { activate } = open([feed(1, { active: false }), feed(2, { active: false, answer: ANSWER })]);
    watchHiddenTabs();
    await startInOpenTabs();
    expect(injected).toEqual([]);
    activate(1);
    activate(2);
    await vi.waitFor(() => expect(injected).toEqual(['1: style page.css', '1: script first.js']));
  });
});
