import { beforeEach, describe, expect, it } from 'vitest';
import { connectionOf, readAccount } from '../../../entrypoints/background/account-row';
import { tellVault } from '../../../entrypoints/background/tell-vault';
import { clearToken } from '../../../entrypoints/background/token';
import { version } from './api/ids';
import { freshStorage } from './fresh-storage';
import { createSite, createTime, signIn, startWorker } from './mirror/stage';

beforeEach(async () => {
  await freshStorage();
  await signIn();
});

function start(site = createSite(4)) {
  const worker = startWorker(site, createTime());
  const account = { connection: async () => connectionOf(await readAccount()) };
  return { ...worker, site, witnesses: { account, ...worker } };
}

describe('the vault, as a page of the extension gets it', () => {
  it('is nothing before it was read, and says so', async () => {
    const { witnesses, site } = start();
    expect(await tellVault(witnesses)).toMatchObject({ items: [], facts: [], status: { kind: 'never' } });
    expect(site.asked).toEqual([]);
  });

  it('is every item with its age, without a request', async () => {
    const { witnesses, site, mirror } = start();
    await mirror.freshen();
    const asked = site.asked.length;
    const { items, status, next, connection } = await tellVault(witnesses);
    expect(items.map(({ modelVersionId }) => modelVersionId)).toEqual([10_001, 10_002, 10_003, 10_004]);
    expect(items[0]).toMatchObject({ id: 1, creatorName: 'ada', seenOn: expect.any(Number) });
    expect(items[0]).not.toHaveProperty('seenIn');
    expect([status.kind, next, connection.kind]).toEqual(['synced', undefined, 'signed-in']);
    expect(site.asked).toHaveLength(asked);
  });

  it('goes on after the last item of the piece before', async () => {
    const { witnesses, mirror } = start(createSite(5_002));
    await mirror.freshen();
    const first = await tellVault(witnesses);
    const second = await tellVault(witnesses, first.next);
    expect([first.items.length, second.items.length, second.next]).toEqual([5_000, 2, undefined]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(5_002);
  });

  it('tells of a version only what its item does not', async () => {
    const { witnesses, mirror, engine } = start();
    await mirror.freshen();
    void engine.want({ versionId: version(10_002), target: 'out', confirmedAt: 0 });
    const { facts } = await tellVault(witnesses);
    expect(facts.map(({ versionId }) => versionId).filter(id => id !== 10_002)).toEqual([]);
  });

  it('is nobody’s once the account has gone', async () => {
    const { witnesses, mirror } = start();
    await mirror.freshen();
    await clearToken();
    expect(await tellVault(witnesses)).toEqual({
      connection: { kind: 'signed-out' },
      items: [],
      facts: [],
      status: { kind: 'never' },
    });
  });
});
