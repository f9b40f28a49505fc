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

const own = fakeBrowser.tabs;

/** A browser with these tabs; `asked`: the pages that were asked what they show, in turn. */
export function showTabs(tabs: readonly FakeTab[]): { asked: number[] } {
  const asked: number[] = [];
  const find = (id: number) => tabs.find(tab => tab.id === id);
  const isMeant = (tab: FakeTab, { active, discarded, url }: Query) =>
    (active ?? tab.active ?? false) === (tab.active ?? false) &&
    (discarded ?? tab.discarded ?? false) === (tab.discarded ?? false) &&
    (!url || url.some(pattern => tab.url?.startsWith(pattern.replace('*', ''))));
  Object.assign(fakeBrowser, {
    tabs: {
      onActivated: own.onActivated,
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
  return { asked };
}

/** The browser's own tabs again. */
export function hideTabs(): void {
  Object.assign(fakeBrowser, { tabs: own });
}
