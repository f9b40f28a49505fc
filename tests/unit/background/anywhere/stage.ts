import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { AnywhereParts } from '@/entrypoints/background/anywhere/actions';
import { listenAnywhere } from '@/entrypoints/background/anywhere/listen';
import type { Connection } from '@/utils/account/account';
import { isVersionId, type VersionId } from '@/utils/civitai/ids';
import { fail, ok } from '@/utils/problem';
import type { VaultState, VersionFact } from '@/utils/vault/membership';
import type { MirroredItem } from '@/utils/vault/vault-item';

// biome-ignore lint/suspicious/noExplicitAny: listeners of every event are kept alike
type Listener = (...args: any[]) => unknown;

/** An event as browsers have it; `fire` calls what was registered. */
function createEvent() {
  const listeners: Listener[] = [];
  return { addListener: (listener: Listener) => void listeners.push(listener), fire: fire(listeners) };
}

const fire =
  (listeners: readonly Listener[]) =>
  (...args: unknown[]): void => {
    for (const listener of listeners) listener(...args);
  };

function versionId(id: number): VersionId {
  if (!isVersionId(id)) throw new Error(`${id} is no id`);
  return id;
}

const SIGNED_IN: Connection = { kind: 'signed-in', session: 's', membership: 'member', canWrite: true };

/** The site's tab in front, which shows version 34 of model 12. */
const SITE_TAB = { id: 7, url: 'https://civitai.com/models/12', active: true, status: 'complete', incognito: false };

export type World = ReturnType<typeof openWorld>;

/** A browser with menu, keys and address bar, and a worker that listens to them. `states`: what the vault holds. */
export function openWorld(options: {
  states?: Record<number, VaultState>;
  connection?: Connection;
  items?: MirroredItem[];
  lacks?: readonly string[];
  isFirefox?: boolean;
}) {
  const { states = {}, connection = SIGNED_IN, items = [], lacks = [], isFirefox = false } = options;
  const browser = openBrowser(lacks, isFirefox);
  const fact = (id: VersionId): VersionFact => ({ versionId: id, state: states[id] ?? 'out', asOf: 1 });
  const submit = vi.fn<AnywhereParts['history']['submit']>(async intent =>
    ok({ versionId: intent.versionId, state: 'pending', asOf: 2 }),
  );
  const askRemoval = vi.fn<AnywhereParts['removals']['ask']>(async () => ok({ outcome: 'opened' }));
  const all = vi.fn(async () => items.map(item => ({ ...item, seenIn: 1 })));
  const parts: AnywhereParts = {
    account: { connection: async () => connection },
    availability: {
      modelVersions: async id =>
        ok({
          modelId: id,
          modelName: 'Ash',
          versions: [
            { versionId: versionId(34), versionName: 'v2' },
            { versionId: versionId(33), versionName: 'v1' },
          ],
        }),
      versionAvailability: async id =>
        id === 34
          ? ok({ versionId: id, modelName: 'Ash', versionName: 'v2', availability: 'everyone' })
          : fail({ kind: 'offline' }),
    },
    engine: { check: async ids => ({ facts: ids.map(fact) }) },
    history: { submit },
    removals: { ask: askRemoval },
    mirror: {
      all,
      rememberModel: () => undefined,
      itemNames: async id => (states[id] ? { modelName: 'Ash', versionName: 'v2' } : {}),
      byVersions: async ids => ids.map(fact),
      byModels: async ids =>
        ids.map(id => {
          const inVault = id === 12 ? Object.keys(states).map(Number).map(versionId) : [];
          return { modelId: id, inVault, facts: inVault.map(fact), asOf: 1 };
        }),
    },
    now: () => 5_000,
  };
  const tabIcons = { changed: vi.fn() };
  const session = async () => (connection.kind === 'signed-in' ? { session: connection.session } : undefined);
  listenAnywhere({ ...parts, session, tabIcons });
  return { ...browser, submit, askRemoval, all };
}

function openBrowser(lacks: readonly string[], isFirefox: boolean) {
  const shown = { text: '', title: '' };
  const opened: string[] = [];
  const moved: string[] = [];
  const results: unknown[] = [];
  const entries: { id?: string; title?: string }[] = [];
  const [clicked, command, started, cancelled, changed, entered] = Array.from({ length: 6 }, createEvent);
  const suggestions: unknown[] = [];
  const own = {
    ...createTabs(shown, opened, moved, results),
    contextMenus: {
      onClicked: clicked,
      removeAll: async () => void entries.splice(0),
      create: (entry: { id: string }) => void entries.push(entry),
    },
    commands: { onCommand: command },
    omnibox: {
      setDefaultSuggestion: () => undefined,
      ...{ onInputStarted: started, onInputCancelled: cancelled, onInputChanged: changed, onInputEntered: entered },
    },
  };
  Object.assign(fakeBrowser, own, Object.fromEntries(lacks.map(name => [name, undefined])));
  Object.assign(fakeBrowser.runtime, { getURL: (path: string) => `chrome-extension://own${path}` });
  if (isFirefox) Object.assign(fakeBrowser.runtime, { getBrowserInfo: async () => ({ name: 'Firefox' }) });
  else Reflect.deleteProperty(fakeBrowser.runtime, 'getBrowserInfo');
  return {
    ...{ shown, opened, moved, results, entries, suggestions },
    /** As `contextMenus.onClicked` tells it. */
    choose: (info: { menuItemId: string; linkUrl?: string; selectionText?: string }) =>
      clicked?.fire({ editable: false, pageUrl: 'https://example.org/', ...info }, { id: 3, index: 0, active: true }),
    /** As `commands.onCommand` tells it. */
    press: (name: string) => command?.fire(name, SITE_TAB),
    type: (text: string) => changed?.fire(text, (found: unknown[]) => void suggestions.splice(0, 99, ...found)),
    start: () => started?.fire(),
    enter: (text: string, disposition: string) => entered?.fire(text, disposition),
  };
}

function createTabs(shown: object, opened: string[], moved: string[], results: unknown[]) {
  return {
    action: {
      setBadgeText: async ({ text }: { text: string }) => void Object.assign(shown, { text }),
      setTitle: async ({ title }: { title: string }) => void Object.assign(shown, { title }),
      setBadgeBackgroundColor: async () => undefined,
    },
    tabs: {
      query: async ({ url }: { url?: string | string[] }) => (typeof url === 'string' ? [] : [SITE_TAB]),
      get: async () => SITE_TAB,
      create: async ({ url }: { url: string }) => void opened.push(url),
      update: async ({ url }: { url: string }) => void moved.push(url),
      async sendMessage(_: number, message: { question?: string }) {
        if (!message.question) return void results.push(message);
        return { session: 's', kind: 'signed-in', versions: 1, inVault: 0, onScreen: { versionId: 34, modelId: 12 } };
      },
    },
  };
}
