import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subscription } from '@/sandbox/accounts/accounts.ts';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { ask, member, ordinary, toggle } from '@/tests/sandbox/ask.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const get = (key: string) => ask(sandbox, '/api/v1/vault/get', { key });

describe.each(['real', 'documented'] as const)('vault/get, %s', flavour => {
  beforeAll(() => {
    sandbox.settings.flavour = flavour;
  });

  it('has exactly the documented fields', async () => {
    const { status, json } = await get(keys.small);
    expect(status).toBe(200);
    expect(Object.keys(json)).toEqual(['vault']);
    expect(Object.keys(json.vault).sort()).toEqual(['meta', 'storageKb', 'updatedAt', 'usedStorageKb', 'userId']);
  });

  it.each([
    ['userId', 12345],
    ['storageKb', 104_857_600],
    ['meta', {}],
    ['updatedAt', expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)],
  ])('%s is right', async (field, expected) => {
    expect((await get(keys.small)).json.vault[field]).toEqual(expected);
  });

  it('usedStorageKb sums model, details and images of every item, Pending, Failed and doubles included', async () => {
    const id = ordinary(sandbox, 20);
    const { id: account, key } = member(sandbox, { keeps: [id, id, ordinary(sandbox, 21)] });
    const sum = sandbox.vault
      .items(account)
      .reduce((total, row) => total + row.modelSizeKb + row.detailsSizeKb + row.imagesSizeKb, 0);
    expect((await get(key)).json.vault.usedStorageKb).toBe(sum);
    expect(sandbox.vault.items(account)).toHaveLength(3);
  });

  it('creates the vault of a member on the first call', async () => {
    const { account, key } = sandbox.accounts.create({ vaultSizeKb: 77 });
    expect(sandbox.vault.row(account.id)).toBeUndefined();
    expect((await get(key)).json.vault).toMatchObject({ userId: account.id, storageKb: 77, usedStorageKb: 0 });
    expect(sandbox.vault.row(account.id)).toBeDefined();
  });

  it('adds up the active and trialing subscriptions, and no others', async () => {
    const { key } = sandbox.accounts.create({
      subscriptions: [
        { ...subscription('bronze', 1_000), buzzType: 'yellow' },
        { ...subscription('silver', 200), buzzType: 'green', status: 'trialing' },
        { ...subscription('gold', 30), buzzType: 'blue', status: 'canceled' },
        { ...subscription('gold', 4), buzzType: 'blue', status: 'past_due' },
      ],
    });
    expect((await get(key)).json.vault.storageKb).toBe(1_200);
  });

  it('has no vault for who never was a member', async () => {
    const { status, json } = await get(keys.never);
    expect([status, json]).toEqual([200, { vault: null }]);
  });

  it('may use more than it has', async () => {
    const { storageKb, usedStorageKb } = (await get(keys.overfull)).json.vault;
    expect(storageKb).toBe(1_048_576);
    expect(usedStorageKb).toBeGreaterThan(6_775_430);
  });

  it('leaves updatedAt alone when something is added', async () => {
    const { key } = member(sandbox);
    const before = (await get(key)).json.vault.updatedAt;
    sandbox.clock.advance(60_000);
    expect((await toggle(sandbox, key, ordinary(sandbox, 0))).status).toBe(200);
    const after = (await get(key)).json.vault;
    expect(after.updatedAt).toBe(before);
    expect(after.usedStorageKb).toBeGreaterThan(0);
  });
});

describe('vault/get where reality and documentation differ (site-facts.md F.1)', () => {
  const as = async (flavour: 'real' | 'documented', key: string) => {
    sandbox.settings.flavour = flavour;
    return get(key);
  };

  it('a lapsed member still has a vault; as documented none', async () => {
    expect((await as('real', keys.lapsed)).json.vault).toMatchObject({
      storageKb: 0,
      usedStorageKb: expect.any(Number),
    });
    expect((await as('documented', keys.lapsed)).json).toEqual({ vault: null });
  });

  it('a tier without a subscription has no vault; as documented one', async () => {
    expect((await as('real', keys.comped)).json).toEqual({ vault: null });
    expect((await as('documented', keys.comped)).json.vault).toMatchObject({ userId: 20_008 });
  });

  it('a membership whose products have no size is a 500 without a cause; as documented with a message', async () => {
    const { key } = sandbox.accounts.create({ subscriptions: [subscription('gold', null)] });
    const real = await as('real', key);
    expect([real.status, real.json.error]).toEqual([500, { code: 'BAD_REQUEST', name: 'TRPCError' }]);
    const documented = await as('documented', key);
    expect([documented.status, documented.json.error.message]).toEqual([500, expect.stringContaining('size')]);
  });

  it('a sum beyond 32 bits is an error', async () => {
    const { id, key } = member(sandbox, { keeps: [1832101, 1832101] });
    expect(sandbox.vault.usedKb(id)).toBeGreaterThan(2_147_483_647);
    expect((await as('real', key)).status).toBe(500);
  });

  it('reads the primary, whatever the replica lags', async () => {
    sandbox.settings.flavour = 'real';
    sandbox.settings.replicaLagMs = 60_000;
    const { id, key } = member(sandbox);
    sandbox.vault.add(id, ordinary(sandbox, 3));
    const used = (await get(key)).json.vault.usedStorageKb;
    const listed = (await ask(sandbox, '/api/v1/vault/all', { key })).json.totalItems;
    sandbox.settings.replicaLagMs = 0;
    expect(used).toBeGreaterThan(0);
    expect(listed).toBe(0);
  });
});
