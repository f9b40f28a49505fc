import { beforeEach, describe, expect, it } from 'vitest';
import { clearToken } from '@/entrypoints/background/account/token';
import { answerCachedItems, answerCachedVersions } from '@/entrypoints/background/messages/answer-versions';
import { createSite, item } from '@/tests/unit/background/mirror/fake-site';
import { MINUTE, signIn } from '@/tests/unit/background/mirror/stage';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { ids, start } from './witnesses';

beforeEach(async () => {
  await freshStorage();
  await signIn();
});

describe('cached versions', () => {
  it('is nothing before the first request', async () => {
    const { witnesses, site } = start();
    const { connection, facts } = await answerCachedVersions(witnesses, ids);
    expect(connection).toMatchObject({ kind: 'signed-in' });
    expect(facts.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
    expect([site.checks, site.asked]).toEqual([0, []]);
  });

  it('is everything once the vault has been read, with its age and without a request', async () => {
    const { witnesses, site, mirror, time } = start();
    await mirror.refreshIfStale();
    const asOf = time.now();
    time.passed += 3 * MINUTE;
    const { facts } = await answerCachedVersions(witnesses, ids);
    expect(facts).toMatchObject([
      { versionId: 10_001, state: 'in', asOf, itemId: 1, sizeKb: 105 },
      { versionId: 10_004, state: 'in', asOf },
      { versionId: 10_009, state: 'out', asOf },
    ]);
    expect(site.checks).toBe(0);
  });

  it('is dated by the last time the list agreed, also for what its start did not show', async () => {
    const { witnesses, mirror, time } = start(createSite(450));
    await mirror.refreshIfStale();
    time.passed += 10 * MINUTE;
    await mirror.refreshIfStale();
    const { facts } = await answerCachedVersions(witnesses, ids);
    expect(facts.map(({ asOf }) => asOf)).toEqual([time.now(), time.now(), time.now()]);
  });

  it('is nothing of an account that has gone', async () => {
    const { witnesses, mirror } = start();
    await mirror.refreshIfStale();
    await clearToken();
    expect(await answerCachedVersions(witnesses, ids)).toEqual({ connection: { kind: 'signed-out' }, facts: [] });
  });
});

describe('a model', () => {
  it('has its kept versions with their states, from storage', async () => {
    const site = createSite(0);
    site.rows = [item(2, { status: 'Failed' }), item(3)];
    const { mirror, time } = start(site);
    const model = item(2).modelId;
    expect(await mirror.byModels([model])).toEqual([{ modelId: model, inVault: [], facts: [], asOf: 0 }]);
    await mirror.refreshIfStale();
    expect(await mirror.byModels([model, item(50).modelId])).toMatchObject([
      {
        modelId: model,
        inVault: [10_002, 10_003],
        facts: [{ state: 'failed' }, { state: 'in' }],
        asOf: time.now(),
      },
      { modelId: item(50).modelId, inVault: [], facts: [], asOf: time.now() },
    ]);
    expect(site.checks).toBe(0);
  });

  it('and the whole vault can be read in parts', async () => {
    const { mirror } = start(createSite(450));
    await mirror.refreshIfStale();
    const first = await mirror.part(200);
    const rest = await mirror.part(1_000, first.items.at(-1)?.id);
    expect([first.items.length, first.items[0]?.id, first.unread]).toEqual([200, 450, 250]);
    expect([rest.items.length, rest.items[0]?.id, rest.unread]).toEqual([250, 250, 0]);
    expect(await mirror.part(250, 251)).toEqual(rest);
    expect(await mirror.part(1, 1)).toEqual({ items: [], unread: 0 });
  });

  it('as a page gets it: whose it is, the items, and how well it is known', async () => {
    const { witnesses, mirror, time } = start(createSite(1_205));
    const services = { ...witnesses, mirror };
    expect((await answerCachedItems(services)).status).toEqual({ kind: 'never' });
    await mirror.refreshIfStale();
    const { session, items, status, unread } = await answerCachedItems(services);
    expect([items.length, status, typeof session]).toEqual([200, { kind: 'synced', at: time.now() }, 'string']);
    expect(unread).toBe(1_005);
    const next = await answerCachedItems(services, items.at(-1)?.id);
    expect([next.items.length, next.unread]).toEqual([1_000, 5]);
    await clearToken();
    expect(await answerCachedItems(services)).toEqual({ items: [], facts: [], status: { kind: 'never' }, unread: 0 });
  });
});
