import { describe, expect, it, vi } from 'vitest';
import type { VaultApi } from '@/entrypoints/background/api/vault-api';
import type { ListedVersion } from '@/entrypoints/background/vault/checks/record-checks';
import { createRowLook } from '@/entrypoints/background/vault/checks/row-look';
import { itemWith } from '@/tests/unit/utils/vault-view/items';

/** Looks at a first page that holds these versions, of so many pages. */
async function look(versions: readonly number[], totalPages: number): Promise<(number | undefined)[]> {
  const items = versions.map((n, at) => ({ ...itemWith(n), id: at + 1 }));
  const page = { items, totalItems: items.length * totalPages, currentPage: 1, pageSize: 200, totalPages };
  const list = vi.fn<VaultApi['list']>(async () => ({ ok: true, value: page }));
  const recorded: ListedVersion[] = [];
  const clock = { elapsed: () => 0, sleep: async () => {} };
  const lookAtRows = createRowLook({ api: { list }, clock }, listed => void recorded.push(...listed));
  expect(await lookAtRows()).toBeUndefined();
  return recorded.map(({ copies }) => copies);
}

describe('a look at the rows', () => {
  it('counts in a list of one page', async () => {
    expect(await look([7, 8, 7], 1)).toEqual([2, 1, 2]);
  });

  it('does not say that a version is there once where its second row may stand on another page', async () => {
    expect(await look([7, 8, 7], 2)).toEqual([2, undefined, 2]);
  });
});
