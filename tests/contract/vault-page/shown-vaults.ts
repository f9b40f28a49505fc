import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { VaultItemRow } from '@/sandbox/records.ts';
import { type SandboxApi, startSandboxApi } from '@/tests/contract/sandbox-api.ts';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { filterEntries } from '@/utils/vault-view/filter-items';
import { type Entry, prepare } from '@/utils/vault-view/prepare';
import { type SortKey, sortEntries } from '@/utils/vault-view/sort-items';
import { type View, WHOLE } from '@/utils/vault-view/view';
import { type ReadVault, readThreeVaults } from './three-vaults.ts';

/** Three vaults for all tests of a file, and what the vault page shows of them. */
export type ShownVaults = {
  /** The sandbox that they are in. */
  api(): SandboxApi;
  vaultOf(name: string): ReadVault;
  /** What the page shows of a vault with this view, in its order. */
  show(name: string, changes: Partial<View>): MirroredItem[];
  /** Ids of the rows that have to be shown, by the database. */
  expected(name: string, isShown: (row: VaultItemRow) => boolean): number[];
};

/** Starts a sandbox before the tests of the file that calls it, and ends it after them. */
export function startShownVaults(): ShownVaults {
  let api: SandboxApi;
  let vaultOf: (name: string) => ReadVault;
  beforeAll(async () => {
    api = await startSandboxApi();
    vaultOf = await readThreeVaults(api);
  }, 60_000);
  afterAll(() => api.sandbox.close());
  beforeEach(() => {
    api.sandbox.settings.flavour = 'real';
  });
  const sorted = new Map<string, Entry[]>();
  /** Sorted once for each order, as on the page. */
  const sortedOf = (name: string, { sort, isDescending }: View): Entry[] => {
    const key = [name, sort, isDescending].join();
    const entries = sorted.get(key) ?? sortEntries(prepare(vaultOf(name).items), sort, isDescending);
    sorted.set(key, entries);
    return entries;
  };
  return {
    api: () => api,
    vaultOf: name => vaultOf(name),
    show: (name, changes) => {
      const view = { ...WHOLE, ...changes };
      return filterEntries(sortedOf(name, view), view).entries.map(({ item }) => item);
    },
    expected: (name, isShown) => idsOf(vaultOf(name).rows.filter(isShown)),
  };
}

/** Row ids, in an order of their own: which items, not how they stand. */
export function idsOf(items: readonly { id: number }[]): number[] {
  return items.map(({ id }) => id).sort((a, b) => a - b);
}

/** What an item is sorted by. */
export function keyOf(item: MirroredItem, key: SortKey): string | number {
  const read: { readonly [Key in SortKey]: string | number } = {
    added: item.addedAt ?? '',
    created: item.createdAt ?? '',
    name: item.modelName,
    modelSize: item.modelSizeKb,
    totalSize: item.modelSizeKb + item.detailsSizeKb + item.imagesSizeKb,
    version: item.versionName,
    creator: item.creatorName,
    type: item.type,
    baseModel: item.baseModel,
    category: item.category,
    status: item.status,
  };
  return read[key];
}
