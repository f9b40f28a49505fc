import { expect, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSiteRemovals, type RemovalIntent } from '@/entrypoints/background/removal/site-removals';
import { version } from '@/tests/unit/background/api/ids';
import { item } from '@/tests/unit/background/mirror/fake-site';
import type { Snapshot } from '@/utils/account/account';
import { storedSnapshot } from '@/utils/account/snapshot';
import { ok } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { VaultItem } from '@/utils/vault/vault-item';

export const MINUTE = 60_000;
export const NOW = Date.UTC(2026, 10, 26);
/** The version that is not in the vault. */
export const ABSENT = 9;

/** A browser with a window; `tabs`: those that questions are open in. */
export function createWindows() {
  const tabs = new Set<number>();
  const urls: string[] = [];
  const open = async ({ url = '' }: { url?: string | undefined }) => {
    const id = 70 + urls.length;
    tabs.add(id);
    urls.push(url);
    return { id, tabs: [{ id }] };
  };
  const windows = {
    getLastFocused: async () => ({ left: 0, top: 0, width: 1_200, height: 800 }),
    create: vi.fn(open),
    update: vi.fn(async () => ({})),
  };
  const update = vi.fn(async (id: number) => {
    if (!tabs.has(id)) throw new Error('No tab with that id');
    return { windowId: 1 };
  });
  const remove = async (id: number) => void tabs.delete(id);
  fakeBrowser.reset();
  Object.assign(fakeBrowser, { windows, tabs: { create: vi.fn(open), update, remove } });
  /** The id that the last question's address names. */
  const id = () => urls.at(-1)?.split('?')[1] ?? '';
  return { windows, tabs, urls, id };
}

type Given = {
  clock: { now: number };
  isOffered?: boolean;
  canWrite?: boolean;
  /** What the mirror holds of a version. */
  stored?: Partial<VaultItem>;
  copies?: number | undefined;
  /** What is known of versions that are not simply in the vault. */
  facts?: Map<number, VersionFact>;
};

/** A new worker over what the last one has left in the browser. */
export function startWorker({ clock, isOffered = true, canWrite = true, stored, facts = new Map(), ...given }: Given) {
  const submit = vi.fn(async ({ versionId }: RemovalIntent) =>
    ok<VersionFact>({ versionId, state: 'out', asOf: clock.now }),
  );
  const freshAvailability = vi.fn(async () =>
    ok({ versionId: version(7), sizeKb: 1, availability: isOffered ? ('everyone' as const) : ('gone' as const) }),
  );
  const quota = { usedKb: 0, totalKb: 10_000_000, updatedAt: '' };
  const member = { session: 's', membership: 'member' as const, canWrite };
  const refresh = vi.fn(async () => {
    const figures = { keyTail: '', tier: 'gold', isOwnerFresh: true, quota, itemCount: 1, asOf: clock.now };
    const snapshot: Snapshot = { ...member, ...figures };
    await storedSnapshot.setValue(snapshot);
    return ok(snapshot);
  });
  const removals = createSiteRemovals({
    account: {
      connection: async () => ({ kind: 'signed-in', ...member }),
      refresh,
    },
    availability: { freshAvailability, versionAvailability: freshAvailability },
    apiOf: () => ({
      check: async ids => ({ ok: true, value: new Map(ids.map(id => [id, item(1, { modelVersionId: id })])) }),
    }),
    engine: {
      cachedFacts: async ids => ids.map(versionId => facts.get(versionId) ?? { versionId, state: 'in', asOf: 1 }),
      untilCooledDown: async () => {},
    },
    history: { submit: intent => (intent.target === 'out' ? submit(intent) : expect.fail()) },
    mirror: {
      countCopies: async () => ('copies' in given ? given.copies : 1),
      itemsOf: async ids =>
        stored ? ids.map(id => ({ ...item(1, { modelVersionId: id, ...stored }), seenIn: 1, seenOn: NOW })) : [],
      byVersions: async ids =>
        ids.map(versionId => ({
          versionId,
          state: versionId === ABSENT ? ('out' as const) : ('in' as const),
          asOf: 1,
        })),
    },
    now: () => clock.now,
  });
  const remove = (id = 7, fromTab = 1) => removals.submit(intentOf(id, clock.now), fromTab);
  return { removals, remove, submit, refresh, freshAvailability };
}

/** A removal that the user has confirmed in a page, as the page says. */
export function intentOf(id: number, confirmedAt: number): RemovalIntent {
  return { session: 's', versionId: version(id), target: 'out', confirmedAt };
}
