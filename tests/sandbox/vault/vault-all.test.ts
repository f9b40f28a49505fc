import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { VaultItemRow } from '@/sandbox/records.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { ask } from '@/tests/sandbox/ask.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
const all = (query = '', key: string = keys.small) => ask(sandbox, `/api/v1/vault/all${query}`, { key });
const asFlavour = (flavour: 'real' | 'documented') => () => {
  sandbox.settings.flavour = flavour;
};
const COLUMNS = [
  ...['id', 'vaultId', 'status', 'files', 'modelVersionId', 'modelId', 'modelName', 'versionName', 'creatorId'],
  ...['creatorName', 'type', 'baseModel', 'category', 'createdAt', 'addedAt', 'refreshedAt', 'modelSizeKb'],
  ...['detailsSizeKb', 'imagesSizeKb', 'notes', 'meta', 'coverImageUrl'],
];

describe.each(['real', 'documented'] as const)('vault/all, %s: what both agree on', flavour => {
  beforeAll(asFlavour(flavour));

  it('has exactly the documented top level', async () => {
    const { status, json } = await all();
    expect(status).toBe(200);
    expect(Object.keys(json)).toEqual(['items', 'totalItems', 'currentPage', 'pageSize', 'totalPages']);
    expect(json).toMatchObject({ totalItems: 42, currentPage: 1, pageSize: 60, totalPages: 1 });
    expect(json.items).toHaveLength(42);
  });

  it('has exactly the documented fields of an item', async () => {
    const { json } = await all();
    for (const item of json.items) expect(Object.keys(item).sort()).toEqual([...COLUMNS].sort());
  });

  it.each([
    ['id', expect.any(Number)],
    ['vaultId', 12345],
    ['status', 'Stored'],
    ['modelVersionId', 2514310],
    ['modelId', 827184],
    ['modelName', 'WAI-illustrious-SDXL'],
    ['versionName', 'v16.0'],
    ['creatorId', 67890],
    ['creatorName', 'WAI'],
    ['type', 'Checkpoint'],
    ['baseModel', 'Illustrious'],
    ['category', 'character'],
    ['modelSizeKb', 6_775_430],
    ['detailsSizeKb', 12],
    ['imagesSizeKb', 4_096],
    ['createdAt', '2025-04-01T08:30:00.000Z'],
    ['addedAt', expect.stringMatching(/Z$/)],
    ['refreshedAt', null],
    ['notes', null],
    ['meta', { failures: 0 }],
    ['coverImageUrl', expect.stringMatching(/^https:/)],
    [
      'files',
      [{ id: 2402203, sizeKB: 6_775_430, url: expect.stringMatching(/^https:/), displayName: expect.any(String) }],
    ],
  ])('%s of the documented example is right', async (field, expected) => {
    const { json } = await all('?query=WAI-illustrious');
    const item = json.items.find((row: VaultItemRow) => row.modelVersionId === 2514310);
    expect(item[field]).toEqual(expected);
  });

  it('has a cover for Stored items alone', async () => {
    const { json } = await all();
    const statuses = new Set(json.items.map((item: VaultItemRow) => item.status));
    expect(statuses).toEqual(new Set(['Stored', 'Pending', 'Failed']));
    for (const item of json.items) expect(item.coverImageUrl !== null).toBe(item.status === 'Stored');
  });

  it.each([
    ['limit 1', '?limit=1', 1, 42],
    ['limit 200', '?limit=200', 42, 1],
    ['limit 10', '?limit=10', 10, 5],
    ['the last page', '?limit=10&page=5', 2, 5],
    ['a page beyond the end', '?limit=10&page=6', 0, 5],
  ])('pages: %s', async (_what, query, count, totalPages) => {
    const { json } = await all(query);
    expect(json.items).toHaveLength(count);
    expect(json).toMatchObject({ totalItems: 42, totalPages });
  });

  it('shows every item exactly once over its pages', async () => {
    const pages = await Promise.all([1, 2, 3, 4, 5].map(page => all(`?limit=10&page=${page}`)));
    const ids = pages.flatMap(({ json }) => json.items.map((item: VaultItemRow) => item.id));
    expect(new Set(ids).size).toBe(42);
  });

  it('is an empty page where nothing is kept', async () => {
    expect((await all('', keys.empty)).json).toEqual({
      items: [],
      totalItems: 0,
      currentPage: 1,
      pageSize: 60,
      totalPages: 1,
    });
  });

  it.each([
    ['a model’s name, in any case', 'wAi-ILLUSTRIOUS', 2],
    ['a version’s name', 'v13.0', 1],
    ['a creator’s name', 'WAI', 2],
    ['nothing', 'no such thing anywhere', 0],
  ])('query finds %s', async (_what, text, count) => {
    expect((await all(`?query=${encodeURIComponent(text)}`)).json.totalItems).toBe(count);
  });

  it.each([
    ['Recently Added', (a: VaultItemRow, b: VaultItemRow) => a.addedAt >= b.addedAt],
    ['Recently Created', (a: VaultItemRow, b: VaultItemRow) => a.createdAt >= b.createdAt],
    ['Model Name', (a: VaultItemRow, b: VaultItemRow) => a.modelName.localeCompare(b.modelName) <= 0],
    ['Model Size', (a: VaultItemRow, b: VaultItemRow) => a.modelSizeKb >= b.modelSizeKb],
  ])('sort=%s', async (sort, inOrder) => {
    const items: VaultItemRow[] = (await all(`?sort=${encodeURIComponent(sort)}`)).json.items;
    expect(items.every((item, index) => index === 0 || inOrder(items[index - 1] ?? item, item))).toBe(true);
  });

  it('sorts by Recently Added when not told', async () => {
    const [plain, sorted] = [await all(), await all('?sort=Recently%20Added')];
    expect(plain.json).toEqual(sorted.json);
  });

  it('ignores parameters that it does not know', async () => {
    expect((await all('?since=2020-01-01&foo=bar')).json.totalItems).toBe(42);
  });

  it('a vault of 5,000 items takes 25 pages of 200', async () => {
    const { json } = await all('?limit=200&page=25', keys.huge);
    expect(json).toMatchObject({ totalItems: 5_000, totalPages: 25, currentPage: 25 });
    expect(json.items).toHaveLength(200);
  });
});
