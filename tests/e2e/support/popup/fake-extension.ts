import type { Snapshot } from '@/utils/account/account';
import type { TabSummary } from '@/utils/messages/tab-summary.ts';
import type { Problem } from '@/utils/problem.ts';
import type { ShownEntry } from '@/utils/vault/history.ts';
import type { MirroredItem } from '@/utils/vault/vault-item.ts';
import type { VaultSummary } from '@/utils/vault/vault-summary.ts';

/** What the popup finds when it opens. Names of messages are those of the rows in utils/messages. */
export type PopupWorld = {
  snapshot?: Snapshot;
  summary?: VaultSummary;
  /** Why the refresh fails; `never`: it doesn't end. Otherwise it answers with the snapshot. */
  problem?: Problem | 'never';
  page?: TabSummary;
  items?: readonly MirroredItem[];
  history?: readonly ShownEntry[];
  /** The browser withholds the site. */
  isWithheld?: boolean;
  /** Versions given up that the user has seen. */
  seenLost?: number;
};

/**
 * A script that stands in for the extension's interfaces in a page of it, so that the built popup can be shown in any state: the
 * number in `?world=`. The texts stay the build's own.
 */
export function fakeExtension(worlds: readonly PopupWorld[]): string {
  return `(${install.toString()})(${JSON.stringify(worlds)})`;
}

type Interfaces = { runtime: { id: string; getURL(path: string): string; getManifest(): object }; i18n: object };
declare const chrome: Interfaces;

/** Runs in the page, before the popup's own script. */
function install(worlds: readonly PopupWorld[]): void {
  const world = worlds[Number(new URLSearchParams(location.search).get('world') ?? -1)];
  if (!world) return;
  const { runtime, i18n } = chrome;
  const { snapshot, summary, problem, page, items = [], history = [] } = world;
  const ignore = async (): Promise<void> => {};
  const events = { addListener: () => {}, removeListener: () => {} };
  const ok = (value: unknown) => ({ ok: true, value });
  const session = snapshot?.session;
  const answers: Record<string, unknown> = {
    'refresh-account': problem ? { ok: false, problem } : ok(snapshot),
    'tab-summary': ok(page ?? { page: 'elsewhere' }),
    'cached-items': ok({ session, items, unread: 0, facts: [], status: { kind: 'synced', at: Date.now() } }),
    history: ok({ session, entries: history }),
  };
  const sendMessage = async ({ vaulted }: { vaulted: string }): Promise<unknown> => {
    if (vaulted === 'refresh-account' && problem === 'never') return new Promise(() => {});
    return answers[vaulted];
  };
  const stored = {
    'vaulted-snapshot': snapshot,
    'vaulted-stock': summary,
    'vaulted-seen': { lost: world.seenLost ?? summary?.lost ?? 0, isOver: false },
  };
  const area = (values: object) => ({ get: async () => values, set: ignore, remove: ignore, onChanged: events });
  const browser = {
    i18n,
    runtime: {
      id: runtime.id,
      getURL: (path: string) => runtime.getURL(path),
      getManifest: () => runtime.getManifest(),
      sendMessage,
      onMessage: events,
    },
    storage: { local: area(stored), session: area({}), onChanged: events },
    action: { setBadgeText: ignore, getUserSettings: async () => ({ isOnToolbar: false }) },
    permissions: { contains: async () => !world.isWithheld, request: async () => false },
    tabs: { create: ignore, query: async () => [], reload: ignore, getCurrent: ignore, remove: ignore },
  };
  Object.defineProperty(globalThis, 'browser', { value: browser, configurable: true });
}
