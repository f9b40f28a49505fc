import { beforeEach, describe, expect, it } from 'vitest';
import { connectionOf, readAccount } from '@/entrypoints/background/account/account-store';
import { clearToken } from '@/entrypoints/background/account/token';
import {
  answerCachedItems,
  answerCachedVersions,
  answerCheck,
} from '@/entrypoints/background/messages/answer-versions';
import { createGate } from '@/tests/unit/background/account/fake-account';
import { version } from '@/tests/unit/background/api/ids';
import { createSite, createTime, item, MINUTE, signIn, startWorker } from '@/tests/unit/background/mirror/stage';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { fail } from '@/utils/problem';

beforeEach(async () => {
  await freshStorage();
  await signIn();
});

/** Versions of the first item, the last of four, and one that is not kept. */
const ids = [version(10_001), version(10_004), version(10_009)];

function start(site = createSite(4), time = createTime()) {
  const worker = startWorker(site, time);
  const account = { connection: async () => connectionOf(await readAccount()) };
  return { ...worker, site, time, witnesses: { account, ...worker, now: time.now } };
}

describe('what is known already', () => {
  it('is nothing before anybody asked', async () => {
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

describe('a look', () => {
  it('asks once about all, also about what the list has just shown', async () => {
    const { witnesses, site, mirror } = start();
    await mirror.refreshIfStale();
    const { facts } = await answerCheck(witnesses, { versionIds: ids });
    expect(facts.map(({ state }) => state)).toEqual(['in', 'in', 'out']);
    expect(site.checks).toBe(1);
  });

  it('within a minute asks nothing, whichever tab or worker looks; after it asks again', async () => {
    const { witnesses, site, mirror, time } = start();
    await mirror.refreshIfStale();
    await answerCheck(witnesses, { versionIds: ids });
    time.passed += MINUTE - 1;
    expect((await answerCheck(start(site, time).witnesses, { versionIds: ids })).facts).toMatchObject([
      { state: 'in' },
      { state: 'in' },
      { state: 'out' },
    ]);
    expect(site.checks).toBe(1);
    time.passed += 1;
    await answerCheck(witnesses, { versionIds: ids });
    expect(site.checks).toBe(2);
  });

  it('is not spared by a sync in between, and asks about all if one alone is new', async () => {
    const { witnesses, site, mirror, time } = start();
    await answerCheck(witnesses, { versionIds: ids });
    time.passed += MINUTE / 2;
    await mirror.refreshIfStale();
    await answerCheck(witnesses, { versionIds: ids });
    expect(site.checks).toBe(1);
    const { facts } = await answerCheck(witnesses, { versionIds: [...ids, version(10_002)] });
    expect([site.checks, facts.map(({ confirmedAt }) => confirmedAt)]).toEqual([2, Array(4).fill(time.now())]);
  });

  it('that wants to hear it again asks again', async () => {
    const { witnesses, site } = start();
    await answerCheck(witnesses, { versionIds: ids });
    await answerCheck(witnesses, { versionIds: ids, isFresh: true });
    expect(site.checks).toBe(2);
  });

  it('does not ask about what a toggle has just told', async () => {
    const { witnesses, site, add } = start();
    await add(9);
    const checks = site.checks;
    const { facts } = await answerCheck(witnesses, { versionIds: [version(10_009)] });
    expect([facts[0]?.state, site.checks]).toEqual(['pending', checks]);
  });

  it('that fails says why, and what the mirror knows', async () => {
    const { witnesses, site, mirror, time } = start();
    await mirror.refreshIfStale();
    const asOf = time.now();
    time.passed += 2 * MINUTE;
    site.api.check = async () => ({ ...fail({ kind: 'offline' }), sent: 'no' });
    expect(await answerCheck(witnesses, { versionIds: ids })).toMatchObject({
      problem: { kind: 'offline' },
      facts: [
        { state: 'in', asOf },
        { state: 'in', asOf },
        { state: 'out', asOf },
      ],
    });
  });

  it('answered after a sign-out tells nothing of the vault', async () => {
    const { witnesses, site, endSession } = start();
    const gate = createGate();
    const { check } = site.api;
    site.api.check = async asked => {
      await gate.opened;
      return check(asked);
    };
    const looking = answerCheck(witnesses, { versionIds: ids });
    void endSession();
    await clearToken();
    gate.open();
    expect(await looking).toEqual({ connection: { kind: 'signed-out' }, facts: [] });
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
    const first = await mirror.all(0, 200);
    const rest = await mirror.all(first.at(-1)?.id, 1_000);
    expect([first.length, rest.length, rest[0]?.id]).toEqual([200, 250, 201]);
  });

  it('as a page gets it: whose it is, the items, and how well it is known', async () => {
    const { witnesses, mirror, time } = start(createSite(1_005));
    const services = { ...witnesses, mirror };
    expect((await answerCachedItems(services)).status).toEqual({ kind: 'never' });
    await mirror.refreshIfStale();
    const { session, items, status } = await answerCachedItems(services);
    expect([items.length, status, typeof session]).toEqual([1_000, { kind: 'synced', at: time.now() }, 'string']);
    expect((await answerCachedItems(services, items.at(-1)?.id)).items).toHaveLength(5);
    await clearToken();
    expect(await answerCachedItems(services)).toEqual({ items: [], facts: [], status: { kind: 'never' } });
  });
});
