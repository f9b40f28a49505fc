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
