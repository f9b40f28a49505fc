import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { VaultItemRow } from '@/sandbox/records.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { ask, member, ordinary } from '@/tests/sandbox/ask.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const all = (query = '', key: string = keys.small) => ask(sandbox, `/api/v1/vault/all${query}`, { key });
const rows = (): VaultItemRow[] => sandbox.vault.items(12345);
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

describe('vault/all, real: parameters (site-facts.md F.2)', () => {
  beforeAll(asFlavour('real'));

  it.each([
    ['limit=0'],
    ['limit=500'],
    ['limit=201'],
    ['limit='],
    ['limit=abc'],
    ['limit=1&limit=2'],
    ['page=-1'],
    ['page=abc'],
    ['query=a&query=b'],
    ['types=LORA'],
    ['types=LORA,Checkpoint'],
    ['types=LORA&types=Nonsense'],
    ['categories=style'],
    ['categories=style,character'],
    ['baseModels=Pony'],
    ['baseModels=Pony,Illustrious'],
    ['dateCreatedFrom=2020-01-01'],
    ['dateCreatedTo=2020-01-01'],
    ['dateAddedFrom=2020-01-01T00:00:00.000Z'],
    ['dateAddedTo=2020-01-01'],
    ['sort=Newest'],
    ['sort=recently%20added'],
    ['sort='],
    ['sort=Model%20Name&sort=Model%20Name'],
  ])('%s is a 500 with a ZodError', async query => {
    const { status, json } = await all(`?${query}`);
    expect(status).toBe(500);
    expect(json).toEqual({
      message: 'An unexpected error occurred',
      error: { name: 'ZodError', message: expect.stringMatching(/^\[/) },
    });
    expect(JSON.parse(json.error.message)[0].path[0]).toBe(query.split('=')[0]);
  });

  it.each([
    ['limit=10.5', { totalItems: 42 }],
    ['page=1.5', { currentPage: 1.5 }],
    ['page=', { currentPage: 0 }],
    ['page=0', { currentPage: 0 }],
  ])('%s is accepted', async (query, expected) => {
    const { status, json } = await all(`?${query}`);
    expect(status).toBe(200);
    expect(json).toMatchObject(expected);
  });

  it('page=0 shows the first page', async () => {
    expect((await all('?limit=5&page=0')).json.items).toEqual((await all('?limit=5&page=1')).json.items);
  });

  it.each([
    ['types', 'LORA', (row: VaultItemRow) => row.type === 'LORA'],
    ['categories', 'style', (row: VaultItemRow) => row.category === 'style'],
    ['baseModels', 'SDXL 1.0', (row: VaultItemRow) => row.baseModel === 'SDXL 1.0'],
  ])('%s works with the key given twice', async (name, value, matches) => {
    const expected = rows().filter(matches).length;
    const pair = `${name}=${encodeURIComponent(value)}`;
    expect(expected).toBeGreaterThan(0);
    expect(expected).toBeLessThan(42);
    expect((await all(`?${pair}&${pair}`)).json.totalItems).toBe(expected);
  });

  it('types with two values finds both', async () => {
    const expected = rows().filter(row => row.type === 'LORA' || row.type === 'Checkpoint').length;
    expect((await all('?types=LORA&types=Checkpoint')).json.totalItems).toBe(expected);
  });

  it('shows the items of a lapsed member, and an empty list to who has no vault', async () => {
    expect((await all('', keys.lapsed)).json.totalItems).toBe(12);
    expect((await all('', keys.never)).json).toMatchObject({ items: [], totalItems: 0, totalPages: 1 });
  });

  it('labels files instead of naming them, and signs covers for a day', async () => {
    const { json } = await all('?query=WAI-illustrious');
    const item = json.items.find((row: VaultItemRow) => row.modelVersionId === 2514310);
    expect(item.files[0].displayName).toBe('Checkpoint');
    expect(item.coverImageUrl).toContain('X-Amz-Expires=86400');
    expect(item.coverImageUrl).not.toContain('image.civitai.com');
  });

  it('keeps failures and the latest error of a Failed item', async () => {
    const failed: VaultItemRow[] = (await all()).json.items.filter((row: VaultItemRow) => row.status === 'Failed');
    expect(failed.map(row => row.meta.failures).sort()).toEqual([1, 2, 4]);
    expect(failed.every(row => row.meta.latestError !== undefined)).toBe(true);
  });

  it('shifts pages when something is added in between', async () => {
    const { id, key } = member(sandbox, { keeps: [0, 1, 2, 3].map(n => ordinary(sandbox, n)) });
    sandbox.clock.advance(1_000);
    const first = (await all('?limit=2&page=1', key)).json.items;
    sandbox.vault.add(id, ordinary(sandbox, 9));
    const second = (await all('?limit=2&page=2', key)).json.items;
    expect(second[0].id).toBe(first[1].id);
  });
});

describe('vault/all, documented: parameters (vault-api.md)', () => {
  beforeAll(asFlavour('documented'));

  const count = (matches: (row: VaultItemRow) => boolean) => rows().filter(matches).length;

  it.each([
    ['types=LORA', (row: VaultItemRow) => row.type === 'LORA'],
    ['types=Checkpoint,LORA', (row: VaultItemRow) => ['Checkpoint', 'LORA'].includes(row.type)],
    ['categories=style,character', (row: VaultItemRow) => ['style', 'character'].includes(row.category)],
    ['categories=style', (row: VaultItemRow) => row.category === 'style'],
    ['baseModels=SDXL%201.0,Flux.1%20D', (row: VaultItemRow) => ['SDXL 1.0', 'Flux.1 D'].includes(row.baseModel)],
    ['dateCreatedFrom=2025-03-01', (row: VaultItemRow) => row.createdAt >= '2025-03-01'],
    ['dateCreatedTo=2025-01-01', (row: VaultItemRow) => row.createdAt <= '2025-01-01T00:00:00.000Z'],
    [
      'dateCreatedFrom=2024-06-01&dateCreatedTo=2025-01-01',
      (row: VaultItemRow) => row.createdAt >= '2024-06-01' && row.createdAt <= '2025-01-01T00:00:00.000Z',
    ],
  ])('%s filters', async (query, matches) => {
    expect(count(matches)).toBeGreaterThan(0);
    expect(count(matches)).toBeLessThan(42);
    expect((await all(`?${query}`)).json.totalItems).toBe(count(matches));
  });

  it.each(['dateAddedFrom', 'dateAddedTo'])('%s filters', async name => {
    const middle = rows()
      .map(row => row.addedAt)
      .sort()[20];
    const expected = count(row =>
      name === 'dateAddedFrom' ? row.addedAt >= String(middle) : row.addedAt <= String(middle),
    );
    expect((await all(`?${name}=${middle}`)).json.totalItems).toBe(expected);
    expect(expected).toBeGreaterThan(0);
    expect(expected).toBeLessThan(42);
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=abc',
    'limit=1.5',
    'page=0',
    'page=-1',
    'types=Nonsense',
    'sort=Newest',
    'dateCreatedFrom=soon',
    'dateAddedTo=x',
  ])('%s is a 400', async query => {
    const { status, json } = await all(`?${query}`);
    expect([status, json]).toEqual([400, { error: expect.any(String) }]);
  });

  it('has no vault for free callers, lapsed ones included', async () => {
    expect((await all('', keys.never)).json).toEqual({ vault: null });
    expect((await all('', keys.lapsed)).json).toEqual({ vault: null });
  });

  it('names files, and takes covers from the image host', async () => {
    const { json } = await all('?query=WAI-illustrious');
    const item = json.items.find((row: VaultItemRow) => row.modelVersionId === 2514310);
    expect(item.files[0].displayName).toBe('waiIllustriousSDXL_v160.safetensors');
    expect(item.coverImageUrl).toMatch(/^https:\/\/image\.civitai\.com\//);
  });
});
