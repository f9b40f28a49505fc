import { beforeEach, describe, expect, it } from 'vitest';
import { version } from '@/tests/unit/background/api/ids';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import { createSite, item } from './fake-site';
import { createTime, MINUTE, signIn, startWorker, synced } from './stage';

beforeEach(async () => {
  await freshStorage();
  await signIn();
});

describe('covers, whose addresses last a day', () => {
  const DAY = 24 * 60 * MINUTE;

  it('have the whole list read again once they have run out, and not before', async () => {
    const { site, time, worker } = await synced(450);
    time.passed += DAY - MINUTE;
    await worker.mirror.refreshCovers();
    expect(site.asked).toEqual([1]);
    time.passed += MINUTE;
    await worker.mirror.refreshCovers();
    expect(site.asked).toEqual([1, 1, 2, 3]);
    expect(await worker.mirror.status()).toEqual({ kind: 'synced', at: time.now() });
    await worker.mirror.refreshCovers();
    expect(site.asked).toHaveLength(4);
  });

  it('wait for a sync that is going on', async () => {
    const { site, time, worker } = await synced(450);
    time.passed += DAY;
    await Promise.all([worker.mirror.refreshIfStale(), worker.mirror.refreshCovers()]);
    expect(site.asked).toEqual([1, 1, 2, 3]);
  });

  it('leave what is known as it is where the site can’t be asked', async () => {
    const { site, time, worker } = await synced(450);
    const at = time.now();
    time.passed += DAY;
    site.interfere = async () => ({ kind: 'offline' });
    await worker.mirror.refreshCovers();
    expect(await worker.mirror.status()).toEqual({ kind: 'failed', problem: { kind: 'offline' }, at });
    expect(await worker.mirror.all().then(items => items.length)).toBe(450);
  });

  it('are kept through a check, which shows none', async () => {
    const site = createSite(0);
    site.add(item(1, { coverImageUrl: 'https://s3.example/1.jpg' }));
    const { mirror, engine } = startWorker(site, createTime());
    await mirror.refreshIfStale();
    for (const row of site.rows) delete row.coverImageUrl;
    await engine.check([version(10_001)]);
    await new Promise(resolve => setTimeout(resolve, 20));
    expect((await mirror.all())[0]?.coverImageUrl).toBe('https://s3.example/1.jpg');
  });
});
