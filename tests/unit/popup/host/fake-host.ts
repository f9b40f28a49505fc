import { vi } from 'vitest';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import { item } from '@/tests/unit/background/mirror/fake-site';
import type { Connection, Snapshot } from '@/utils/account/account';
import type { Figures } from '@/utils/account/snapshot';
import type { Announcement } from '@/utils/messages/protocol';
import type { TabSummary } from '@/utils/messages/tab-summary';
import { fail, ok, type Problem } from '@/utils/problem';
import { DEFAULT_SETTINGS } from '@/utils/settings/settings';
import type { MirroredItem } from '@/utils/vault/vault-item';
import type { VaultSummary } from '@/utils/vault/vault-summary';
import { createKeepOneMessages, createRadarMessages, createRemovalMessages } from './fake-messages';

export const NOW = new Date(2026, 10, 22, 14, 0).getTime();
export const MINUTE = 60_000;

/** A member's figures, changed where a test needs others. */
export function snapshotWith(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    session: 'session-1',
    keyTail: 'abcd',
    username: 'keeper',
    tier: 'gold',
    membership: 'member',
    canWrite: true,
    quota: { usedKb: 6_775_430, totalKb: 10_485_760, updatedAt: '2026-11-01T00:00:00.000Z' },
    itemCount: 42,
    asOf: NOW,
    ...changes,
  };
}

/** What the vault of {@link snapshotWith} holds: all of it known now, two additions. */
export function summaryWith(changes: Partial<VaultSummary> = {}): VaultSummary {
  const { id, modelVersionId, modelId, versionName, failures } = item(1);
  const recent = { id, modelVersionId, modelId, versionName, failures };
  return {
    session: 'session-1',
    status: { kind: 'synced', at: NOW },
    stored: 40,
    pending: 1,
    failed: 1,
    lost: 0,
    types: [{ type: 'LORA', count: 42, kb: 6_775_430 }],
    recent: [
      { ...recent, id: -10_002, modelName: '', status: 'Pending' },
      { ...recent, modelName: 'Fox Spirit', status: 'Stored' },
    ],
    ...changes,
  };
}

/** The vault's `n`-th item as pages get it. */
export function knownItem(n: number, changes: Partial<MirroredItem> = {}): MirroredItem {
  return { ...item(n), seenOn: NOW, ...changes };
}

/** A page of the site with nothing on it, as the account of {@link snapshotWith} sees it. */
export function pageWith(changes: Partial<Extract<TabSummary, { page: 'here' }>> = {}): TabSummary {
  return {
    page: 'here',
    tabId: 9,
    session: 'session-1',
    models: { all: 0, inVault: 0 },
    versions: { all: 0, inVault: 0 },
    unknownPlaces: 0,
    ...changes,
  };
}

/** The connection that belongs to a snapshot. */
export function connectionOf({ session, membership, canWrite }: Snapshot): Connection {
  return { kind: 'signed-in', session, membership, canWrite };
}

/** A world whose answers a test sets; `announce` speaks as the background does. */
export function createHost(snapshot?: Snapshot, summary?: VaultSummary) {
  const listeners = new Set<(announcement: Announcement) => void>();
  const host = {
    readFigures: vi.fn(async (): Promise<Figures> => ({ snapshot, summary })),
    readItems: vi.fn<PopupHost['readItems']>(async () => undefined),
    versionAvailability: vi.fn<PopupHost['versionAvailability']>(async () => fail({ kind: 'offline' })),
    ...createKeepOneMessages(),
    ...createRemovalMessages(),
    ...createRadarMessages(),
    noteSeen: vi.fn<PopupHost['noteSeen']>(async concern => concern),
    add: vi.fn<PopupHost['add']>(async () => fail({ kind: 'offline' })),
    copy: vi.fn(async () => true),
    isPinned: vi.fn<PopupHost['isPinned']>(async () => true),
    family: vi.fn<PopupHost['family']>(() => 'chromium'),
    openTab: vi.fn(async () => {}),
    refresh: vi.fn<PopupHost['refresh']>(async () => (snapshot ? ok(snapshot) : fail({ kind: 'not-signed-in' }))),
    refreshList: vi.fn(),
    signIn: vi.fn<PopupHost['signIn']>(async () => fail({ kind: 'key-refused' })),
    usableLogin: vi.fn<PopupHost['usableLogin']>(async () => ({})),
    showWithLogin: vi.fn<PopupHost['showWithLogin']>(async () => fail({ kind: 'login-refused' })),
    signOut: vi.fn(async () => {}),
    startAfresh: vi.fn(async () => {}),
    onAnnouncement: vi.fn<PopupHost['onAnnouncement']>((next, signal) => {
      listeners.add(next);
      signal.addEventListener('abort', () => listeners.delete(next));
    }),
    readPage: vi.fn(async (): Promise<TabSummary | undefined> => ({ page: 'elsewhere' })),
    reloadTab: vi.fn(async () => {}),
    hasSiteAccess: vi.fn(async () => true),
    requestSiteAccess: vi.fn(async () => true),
    closeTab: vi.fn(async () => {}),
    loadSettings: vi.fn(async () => DEFAULT_SETTINGS),
    saveSettings: vi.fn(async () => true),
    version: () => '1.0.0',
    now: () => NOW,
  } satisfies PopupHost;
  const announce = (announcement: Announcement): void => {
    for (const listener of listeners) listener(announcement);
  };
  const failWith = (problem: Problem): void => void host.refresh.mockResolvedValue(fail(problem));
  return { host, announce, failWith };
}

/** A promise that a test settles by hand. */
export function later<Value>(): { promise: Promise<Value>; settle: (value: Value) => void } {
  let settle: (value: Value) => void = () => {};
  const promise = new Promise<Value>(resolve => {
    settle = resolve;
  });
  return { promise, settle };
}
