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
const rows = (): VaultItemRow[] => sandbox.vault.items(12345);
const asFlavour = (flavour: 'real' | 'documented') => () => {
  sandbox.settings.flavour = flavour;
};

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
