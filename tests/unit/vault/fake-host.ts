import { vi } from 'vitest';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { NOW } from '@/tests/unit/popup/host/fake-host';
import {
  createHistoryMessages,
  createKeepOneMessages,
  createRadarMessages,
  createRemovalMessages,
} from '@/tests/unit/popup/host/fake-messages';
import type { Snapshot } from '@/utils/account/account';
import { type Announcement, type CachedItems, FIRST_ITEMS, ITEMS_AT_ONCE } from '@/utils/messages/protocol';
import { fail, ok } from '@/utils/problem';
import type { MirroredItem } from '@/utils/vault/vault-item';

/** A world whose answers a test sets; `announce` speaks as the background does. */
export function createHost(items: readonly MirroredItem[], snapshot?: Snapshot) {
  const listeners = new Set<(announcement: Announcement) => void>();
  const vault: CachedItems = {
    session: 'session-1',
    items: [...items],
    facts: [],
    status: { kind: 'synced', at: NOW },
  };
  const host = {
    readSnapshot: vi.fn(async () => snapshot),
    readPart: vi.fn<VaultHost['readPart']>(async before => {
      const left = vault.items.filter(({ id }) => before === undefined || id < before).sort((a, b) => b.id - a.id);
      const part = left.slice(0, before === undefined ? FIRST_ITEMS : ITEMS_AT_ONCE);
      return ok({ ...vault, items: part, unread: left.length - part.length });
    }),
    refresh: vi.fn<VaultHost['refresh']>(async () => (snapshot ? ok(snapshot) : fail({ kind: 'not-signed-in' }))),
    ...createKeepOneMessages(),
    ...createRadarMessages(),
    ...createHistoryMessages(),
    ...createRemovalMessages(),
    refreshNow: vi.fn<VaultHost['refreshNow']>(),
    onAnnouncement: vi.fn<VaultHost['onAnnouncement']>((next, signal) => {
      listeners.add(next);
      signal.addEventListener('abort', () => listeners.delete(next));
    }),
    versionAvailability: vi.fn<VaultHost['versionAvailability']>(async versionId =>
      ok({ versionId, availability: 'everyone' }),
    ),
    availabilities: vi.fn<VaultHost['availabilities']>(async asked =>
      ok(asked.map(({ versionId }) => ok({ versionId, availability: 'everyone' as const }))),
    ),
    siteAccount: vi.fn<VaultHost['siteAccount']>(async () => ok({ who: 'owner' })),
    remove: vi.fn<VaultHost['remove']>(async versionId => ok({ versionId, state: 'out', asOf: NOW })),
    add: vi.fn<VaultHost['add']>(async (_, { versionId }) => ok({ versionId, state: 'pending', asOf: NOW })),
    requestSiteAccess: vi.fn(async () => true),
    save: vi.fn<VaultHost['save']>(),
    signInPage: '/popup.html?tab',
    readCommands: vi.fn(async () => []),
    changeCommands: vi.fn(async () => undefined),
    settingsPage: '/popup.html?tab=settings',
    now: () => NOW,
  } satisfies VaultHost;
  const announce = (announcement: Announcement): void => {
    for (const listener of listeners) listener(announcement);
  };
  return { host, vault, announce };
}
