import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { ask } from '@/tests/sandbox/ask.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
const check = (query: string, key: string = keys.small) => ask(sandbox, `/api/v1/vault/check-vault${query}`, { key });
const KEPT = 2514310;
const ABSENT = 2402203;
const UNPARSED = { error: 'Could not parse provided model versions array.' };

describe.each(['real', 'documented'] as const)('check-vault, %s: what both agree on', flavour => {
  beforeAll(() => {
    sandbox.settings.flavour = flavour;
  });

  it('has one entry for each id, with the item or null', async () => {
    const { status, json } = await check(`?modelVersionIds=${KEPT},${ABSENT}`);
    expect(status).toBe(200);
    expect(json).toEqual([
      { modelVersionId: KEPT, vaultItem: expect.objectContaining({ modelVersionId: KEPT, modelId: 827184 }) },
      { modelVersionId: ABSENT, vaultItem: null },
    ]);
  });

  it('shows the same columns as the list, except perhaps the cover', async () => {
    const [checked, listed] = [
      await check(`?modelVersionIds=${KEPT}`),
      await ask(sandbox, '/api/v1/vault/all', { key: keys.small }),
    ];
    const { coverImageUrl, ...columns } = listed.json.items.find(
      (row: { modelVersionId: number }) => row.modelVersionId === KEPT,
    );
    expect(coverImageUrl).toMatch(/^https/);
    expect(checked.json[0].vaultItem).toMatchObject(columns);
  });

  it.each([
    ['1,abc', 400],
    ['Infinity', 400],
    ['abc', 400],
  ])('%s is a 400 for the whole request', async (ids, status) => {
    const answer = await check(`?modelVersionIds=${ids}`);
    expect([answer.status, answer.json]).toEqual([status, UNPARSED]);
  });

  it('keeps order and doubles', async () => {
    const { json } = await check(`?modelVersionIds=${ABSENT},${KEPT},${ABSENT}`);
    expect(json.map((entry: { modelVersionId: number }) => entry.modelVersionId)).toEqual([ABSENT, KEPT, ABSENT]);
  });

  it.each(['0', '-5'])('%s is an entry without an item', async id => {
    const { status, json } = await check(`?modelVersionIds=${id}`);
    expect([status, json]).toEqual([200, [{ modelVersionId: Number(id), vaultItem: null }]]);
  });

  it('answers 200 ids at once', async () => {
    const ids = sandbox.catalogue
      .ordinaryVersions()
      .slice(0, 200)
      .map(({ id }) => id);
    expect((await check(`?modelVersionIds=${ids.join(',')}`)).json).toHaveLength(200);
  });
});
