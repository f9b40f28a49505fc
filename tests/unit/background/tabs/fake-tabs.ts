import { fakeBrowser } from 'wxt/testing/fake-browser';

/** A tab as the browser describes it; `answer`: what its page says when it is asked, nothing where it is left out. */
export type FakeTab = {
  id: number;
  url?: string;
  status?: 'loading' | 'complete';
  active?: boolean;
  discarded?: boolean;
  answer?: unknown;
};

type Query = { active?: boolean; discarded?: boolean; url?: string[] };

type Activated = (info: { tabId: number }) => void;

const own = fakeBrowser.tabs;

/**
 * A browser with these tabs. `asked`: the pages that were asked what they show, in turn; `activate`: the user comes to a tab.
 */
export function showTabs(tabs: readonly FakeTab[]): { asked: number[]; activate: (tabId: number) => void } {
  const asked: number[] = [];
  const listeners: Activated[] = [];
  const find = (id: number) => tabs.find(tab => tab.id === id);
  const isMeant = (tab: FakeTab, { active, discarded, url }: Query) =>
    (active ?? tab.active ?? false) === (tab.active ?? false) &&
    (discarded ?? tab.discarded ?? false) === (tab.discarded ?? false) &&
    (!url || url.some(pattern => tab.url?.startsWith(pattern.replace('*', ''))));
  Object.assign(fakeBrowser, {
    tabs: {
      onActivated: { addListener: (listener: Activated) => void listeners.push(listener) },
      query: async (query: Query) => tabs.filter(tab => isMeant(tab, query)),
      get: async (id: number) => find(id) ?? Promise.reject(new Error(`No tab with id: ${id}`)),
      async sendMessage(id: number) {
        asked.push(id);
        const answer = find(id)?.answer;
        if (answer === undefined) throw new Error('Could not establish connection. Receiving end does not exist.');
        return answer;
      },
    },
  });
  const activate = (tabId: number): void => {
    for (const listener of listeners) listener({ tabId });
  };
  return { asked, activate };
}

/** The browser's own tabs again. */
export function hideTabs(): void {
  Object.assign(fakeBrowser, { tabs: own });
}
