import { item } from '@/tests/unit/background/mirror/fake-site.ts';
import type { Snapshot } from '@/utils/account/account';
import type { TabSummary } from '@/utils/messages/tab-summary.ts';
import type { ShownEntry } from '@/utils/vault/history.ts';
import type { MirroredItem } from '@/utils/vault/vault-item.ts';
import type { VaultSummary } from '@/utils/vault/vault-summary.ts';
import type { PopupWorld } from './fake-extension.ts';

/** A state of the popup, and how it is reached. */
export type PopupState = {
  name: string;
  world: PopupWorld;
  /** There once the state is reached. */
  ready: string;
  /** Pressed one after the other, each once it is there. */
  press?: readonly string[];
  /** Typed into the field that has the focus. */
  typed?: string;
  /** What may be too long for the popup, and scrolls in it. */
  scrolls?: string;
};

export const NOW = Date.now();
export const DAY = 24 * 3_600_000;
const NAMES = ['WAI-illustrious-SDXL', 'Cobalt Canyon', '虹色 Dream Model with a very long name, XL', 'Fox Spirit'];

export const snapshotOf = (changes: Partial<Snapshot> = {}): Snapshot => ({
  session: 'session-1',
  keyTail: 'abcd',
  username: 'a_keeper_of_models_with_a_long_name',
  tier: 'founder',
  membership: 'member',
  canWrite: true,
  quota: { usedKb: 6_775_430, totalKb: 10_485_760, updatedAt: new Date(NOW - 12 * DAY).toISOString() },
  itemCount: 1_042,
  keyScope: 33_554_431,
  asOf: NOW,
  ...changes,
});

const { username: _name, tier: _tier, ...nameless } = snapshotOf();
const { quota: _quota, ...noVault } = snapshotOf();
/** The account of a key that is limited to the vault, and one that never had a vault. */
export const NAMELESS: Snapshot = nameless;
export const NO_VAULT: Snapshot = { ...noVault, membership: 'never' };

export const quotaOf = (usedKb: number, totalKb = 10_485_760) => ({
  quota: { usedKb, totalKb, updatedAt: new Date(NOW - 12 * DAY).toISOString() },
});

const named = (n: number, changes: Partial<MirroredItem> = {}): MirroredItem => ({
  ...item(n),
  seenOn: NOW,
  modelName: NAMES[n % 4] ?? '',
  versionName: `v${n}.0 fp16 pruned`,
  ...changes,
});
const ITEMS: MirroredItem[] = Array.from({ length: 24 }, (_, n) =>
  named(n + 1, n < 12 ? { status: 'Failed', failures: n < 6 ? 4 : 2 } : {}),
);
/** The same version in two rows, three times. */
export const DOUBLES: MirroredItem[] = [1, 2, 3].flatMap(n => [named(n), named(n, { id: 500 + n, notes: 'a note' })]);

export const summaryOf = (changes: Partial<VaultSummary> = {}): VaultSummary => ({
  session: 'session-1',
  status: { kind: 'synced', at: NOW },
  stored: 1_030,
  pending: 7,
  failed: 5,
  lost: 2,
  types: ['Checkpoint', 'LORA', 'TextualInversion', 'LoCon', 'VAE'].map((type, n) => ({
    type,
    count: 9,
    kb: 4_000_000 / (n + 1),
  })),
  recent: [named(1, { status: 'Pending' }), named(2, { status: 'Failed' }), named(3), named(4)],
  ...changes,
});

const model = named(2);
export const modelPage = (changes: object = {}): TabSummary => ({
  page: 'here',
  tabId: 1,
  session: 'session-1',
  models: { all: 0, inVault: 0 },
  versions: { all: 12, inVault: 8 },
  onScreen: {
    versionId: model.modelVersionId,
    modelId: model.modelId,
    modelName: model.modelName,
    versionName: model.versionName,
    fact: { versionId: model.modelVersionId, state: 'out', asOf: NOW },
  },
  unknownPlaces: 0,
  ...changes,
});
export const feed = modelPage({
  models: { all: 77, inVault: 31 },
  versions: { all: 0, inVault: 0 },
  onScreen: undefined,
});

export const HISTORY: ShownEntry[] = Array.from({ length: 20 }, (_, n) => ({
  id: n + 1,
  at: NOW - n * 3_600_000,
  versionId: named(n + 1).modelVersionId,
  modelName: named(n + 1).modelName,
  versionName: named(n + 1).versionName,
  sizeKb: 6_775_430,
  act: n % 3 === 0 ? 'out' : 'in',
  place: 'site',
  end: n === 4 ? { kind: 'offline' } : 'done',
  ...(n % 3 === 0 && { canAdd: true }),
}));

export const member: PopupWorld = { snapshot: snapshotOf(), summary: summaryOf(), page: modelPage(), items: ITEMS };
export const small = summaryOf({ stored: 3, pending: 0, failed: 0, lost: 0, recent: [named(1), named(2), named(3)] });
export const account = (changes: Partial<Snapshot>, more: PopupWorld = {}): PopupWorld => ({
  ...member,
  snapshot: snapshotOf(changes),
  ...more,
});
