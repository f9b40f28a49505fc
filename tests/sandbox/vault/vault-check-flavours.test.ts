import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { ask, member, ordinary } from '@/tests/sandbox/ask.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
const check = (query: string, key: string = keys.small) => ask(sandbox, `/api/v1/vault/check-vault${query}`, { key });
const KEPT = 2514310;
const UNPARSED = { error: 'Could not parse provided model versions array.' };

describe('check-vault, real (site-facts.md F.3)', () => {
  beforeAll(() => {
    sandbox.settings.flavour = 'real';
  });

  it.each([
    ['no parameter', '', []],
    ['an empty one', '?modelVersionIds=', [0]],
    ['a trailing comma', '?modelVersionIds=1,2,', [1, 2, 0]],
    ['spaces', '?modelVersionIds=%201%20,%202', [1, 2]],
    ['1e3', '?modelVersionIds=1e3', [1000]],
    ['0x10', '?modelVersionIds=0x10', [16]],
    ['a repeated key with one id each', '?modelVersionIds=1&modelVersionIds=2', [1, 2]],
    ['modelVersionIds[]', '?modelVersionIds[]=1', []],
    ['the largest id there can be', '?modelVersionIds=2147483647', [2_147_483_647]],
  ])('%s', async (_what, query, ids) => {
    const { status, json } = await check(query);
    expect(status).toBe(200);
    expect(json).toEqual(ids.map(modelVersionId => ({ modelVersionId, vaultItem: null })));
  });

  it('a repeated key with a list in it is a 400', async () => {
    const { status, json } = await check('?modelVersionIds=1,2&modelVersionIds=3');
    expect([status, json]).toEqual([400, UNPARSED]);
  });

  it.each(['2147483648', '99999999999', '1,2,2147483648', '1.5'])(
    '%s is a database error for the whole request',
    async ids => {
      const { status, json } = await check(`?modelVersionIds=${ids}`);
      expect(status).toBe(500);
      expect(json.error).toMatchObject({ code: 'P2020', name: 'PrismaClientKnownRequestError' });
    },
  );

  it('shows the raw row: no coverImageUrl', async () => {
    const { json } = await check(`?modelVersionIds=${KEPT}`);
    expect('coverImageUrl' in json[0].vaultItem).toBe(false);
  });

  it('shows one row of doubles', async () => {
    const id = ordinary(sandbox, 40);
    const { key } = member(sandbox, { keeps: [id, id] });
    expect((await check(`?modelVersionIds=${id}`, key)).json).toHaveLength(1);
  });

  it.each([
    ['lapsed', true],
    ['never', false],
  ] as const)('asks %s for no membership', async (name, hasItems) => {
    const kept = sandbox.vault.items(20_006)[0]?.modelVersionId;
    const { status, json } = await check(`?modelVersionIds=${kept}`, keys[name]);
    expect([status, json[0].vaultItem !== null]).toEqual([200, hasItems]);
  });

  it('reads the replica', async () => {
    const id = ordinary(sandbox, 41);
    const { id: account, key } = member(sandbox);
    sandbox.settings.replicaLagMs = 5_000;
    sandbox.vault.add(account, id);
    const before = (await check(`?modelVersionIds=${id}`, key)).json[0].vaultItem;
    sandbox.clock.advance(5_000);
    const after = (await check(`?modelVersionIds=${id}`, key)).json[0].vaultItem;
    sandbox.settings.replicaLagMs = 0;
    expect([before, after?.modelVersionId]).toEqual([null, id]);
  });
});

describe('check-vault, documented (vault-api.md)', () => {
  beforeAll(() => {
    sandbox.settings.flavour = 'documented';
  });

  it.each(['', '?modelVersionIds=', '?modelVersionIds=1,2,', '?modelVersionIds=1e3', '?modelVersionIds=1.5'])(
    '"%s" is a 400: integers are required',
    async query => {
      const { status, json } = await check(query);
      expect([status, json]).toEqual([400, UNPARSED]);
    },
  );

  it('shows items as the list does, with the cover', async () => {
    const { json } = await check(`?modelVersionIds=${KEPT},${landmarks.hardDeleted.versionIds[0]}`);
    for (const { vaultItem } of json) expect(vaultItem.coverImageUrl).toMatch(/^https:\/\/image\.civitai\.com\//);
  });

  it('has no vault for free callers', async () => {
    expect((await check('?modelVersionIds=1', keys.never)).json).toEqual({ vault: null });
  });
});
