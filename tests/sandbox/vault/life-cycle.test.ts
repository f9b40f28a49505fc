import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { ask, member, ordinary, toggle } from '@/tests/sandbox/ask.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ settings: { toggleGapMs: 0 } });
});
afterEach(() => sandbox.close());

const MINUTE_MS = 60_000;

describe('the job that processes vault items (site-facts.md F.6)', () => {
  it('stores a Pending item at the next tenth minute, and fills in its sizes', async () => {
    const { id, key } = member(sandbox);
    await toggle(sandbox, key, ordinary(sandbox, 0));
    sandbox.clock.advance(9 * MINUTE_MS);
    expect(sandbox.vault.items(id)[0]?.status).toBe('Pending');
    const used = sandbox.vault.usedKb(id);
    sandbox.clock.advance(MINUTE_MS + 1_000);
    const [row] = sandbox.vault.items(id);
    expect(row).toMatchObject({ status: 'Stored', meta: { failures: 0 } });
    expect(row?.detailsSizeKb).toBeGreaterThan(0);
    expect(row?.imagesSizeKb).toBeGreaterThan(0);
    expect(sandbox.vault.usedKb(id)).toBe(used + (row?.detailsSizeKb ?? 0) + (row?.imagesSizeKb ?? 0));
  });

  it('gives a cover once it is stored', async () => {
    const { key } = member(sandbox);
    await toggle(sandbox, key, ordinary(sandbox, 0));
    const cover = async () => (await ask(sandbox, '/api/v1/vault/all', { key })).json.items[0].coverImageUrl;
    expect(await cover()).toBeNull();
    sandbox.runJobs();
    expect(await cover()).toMatch(/^https:/);
  });

  it('tries four times, then leaves it Failed for good, still counted', async () => {
    const version = ordinary(sandbox, 1);
    sandbox.settings.processingFails.add(version);
    const { id, key } = member(sandbox);
    await toggle(sandbox, key, version);
    const used = sandbox.vault.usedKb(id);
    for (const failures of [1, 2, 3, 4, 4, 4]) {
      sandbox.runJobs();
      expect(sandbox.vault.items(id)[0]).toMatchObject({ status: 'Failed', meta: { failures } });
    }
    expect(sandbox.vault.items(id)[0]?.meta.latestError).toEqual(expect.any(String));
    expect(sandbox.vault.usedKb(id)).toBe(used);
    sandbox.settings.processingFails.clear();
    sandbox.runJobs();
    expect(sandbox.vault.items(id)[0]?.status).toBe('Failed');
  });

  it('stores at a later attempt what failed at first', async () => {
    const version = ordinary(sandbox, 2);
    sandbox.settings.processingFails.add(version);
    const { id, key } = member(sandbox);
    await toggle(sandbox, key, version);
    sandbox.runJobs();
    sandbox.settings.processingFails.clear();
    sandbox.runJobs();
    expect(sandbox.vault.items(id)[0]).toMatchObject({ status: 'Stored', meta: { failures: 1 } });
  });

  it('fails what was unpublished before its turn', async () => {
    const version = sandbox.catalogue.findVersion(ordinary(sandbox, 3));
    const { id, key } = member(sandbox);
    await toggle(sandbox, key, version?.id ?? 0);
    if (version) version.status = 'Unpublished';
    sandbox.runJobs();
    expect(sandbox.vault.items(id)[0]?.meta.latestError).toMatch(/not published/);
  });

  it('takes 50 items at a time, the oldest first', () => {
    sandbox.runJobs();
    const { id } = member(sandbox, { keeps: Array.from({ length: 60 }, (_, n) => ordinary(sandbox, n)) });
    const stored = () => sandbox.vault.items(id).filter(row => row.status === 'Stored').length;
    sandbox.runJobs();
    expect(stored()).toBeGreaterThanOrEqual(48);
    expect(stored()).toBeLessThanOrEqual(50);
    sandbox.runJobs();
    expect(stored()).toBe(60);
  });

  it('leaves the seed’s Pending items alone until the clock is moved', () => {
    const pending = () => sandbox.vault.items(12345).filter(row => row.status === 'Pending').length;
    expect(pending()).toBe(5);
    sandbox.clock.advance(10 * MINUTE_MS);
    expect(pending()).toBe(0);
  });
});
