import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { ask, keptIds, member, ordinary, toggle } from '@/tests/sandbox/ask.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ settings: { toggleGapMs: 600 } });
});
afterAll(() => sandbox.close());

describe('two toggles at once (site-facts.md F.5)', () => {
  it('from "absent" leave two rows, counted twice, which the next remove takes both', async () => {
    const version = ordinary(sandbox, 0);
    const { id, key } = member(sandbox);
    const answers = await Promise.all([toggle(sandbox, key, version), toggle(sandbox, key, version)]);
    const ids = answers.map(({ json }) => json.vaultId);
    expect(new Set(ids).size).toBe(2);
    const rows = sandbox.vault.items(id, version);
    expect(rows.map(row => row.id).sort()).toEqual(ids.sort());
    expect(sandbox.vault.usedKb(id)).toBe(2 * (rows[0]?.modelSizeKb ?? 0));
    expect((await toggle(sandbox, key, version)).json).toEqual({ success: true });
    expect(sandbox.vault.items(id)).toEqual([]);
  });

  it('from "present" both answer that they removed it', async () => {
    const version = ordinary(sandbox, 1);
    const { id, key } = member(sandbox, { keeps: [version] });
    const answers = await Promise.all([toggle(sandbox, key, version), toggle(sandbox, key, version)]);
    expect(answers.map(({ json }) => json)).toEqual([{ success: true }, { success: true }]);
    expect(sandbox.vault.items(id)).toEqual([]);
  });

  it('one after the other flip', async () => {
    const version = ordinary(sandbox, 2);
    const { id, key } = member(sandbox);
    for (const rows of [1, 0, 1, 0]) {
      await toggle(sandbox, key, version);
      expect(sandbox.vault.items(id)).toHaveLength(rows);
    }
  });
});

describe('a replica that lags (F.0, F.5)', () => {
  it('lets a second toggle repeat the first one', async () => {
    const version = ordinary(sandbox, 3);
    sandbox.settings.replicaLagMsByVersion.set(version, 60_000);
    const { id, key } = member(sandbox);
    const first = await toggle(sandbox, key, version);
    const second = await toggle(sandbox, key, version);
    expect([first.json.vaultId, second.json.vaultId].every(Number.isInteger)).toBe(true);
    expect(sandbox.vault.items(id)).toHaveLength(2);
  });

  it('shows a removed version until it has caught up, to check and list alike', async () => {
    const version = ordinary(sandbox, 4);
    const { id, key } = member(sandbox, { keeps: [version] });
    sandbox.clock.advance(1);
    sandbox.settings.replicaLagMsByVersion.set(version, 5_000);
    sandbox.clock.advance(10_000);
    await toggle(sandbox, key, version);
    expect(sandbox.vault.items(id)).toEqual([]);
    const list = () => ask(sandbox, '/api/v1/vault/all', { key });
    expect([await keptIds(sandbox, key, [version]), (await list()).json.totalItems]).toEqual([[version], 1]);
    sandbox.clock.advance(5_000);
    expect([await keptIds(sandbox, key, [version]), (await list()).json.totalItems]).toEqual([[], 0]);
  });

  it('catches up with real time, too', async () => {
    const version = ordinary(sandbox, 5);
    sandbox.settings.replicaLagMsByVersion.set(version, 300);
    const { key } = member(sandbox);
    await toggle(sandbox, key, version);
    expect(await keptIds(sandbox, key, [version])).toEqual([]);
    await expect.poll(() => keptIds(sandbox, key, [version]), { timeout: 3_000 }).toEqual([version]);
  });

  it('is up to date again when the lag is taken back', async () => {
    const version = ordinary(sandbox, 6);
    sandbox.settings.replicaLagMsByVersion.set(version, 60_000);
    const { key } = member(sandbox, { keeps: [version] });
    expect(await keptIds(sandbox, key, [version])).toEqual([]);
    sandbox.settings.replicaLagMsByVersion.delete(version);
    expect(await keptIds(sandbox, key, [version])).toEqual([version]);
  });
});

describe('another device', () => {
  it('adds and removes behind everybody’s back', async () => {
    const version = ordinary(sandbox, 7);
    const { id, key } = member(sandbox);
    sandbox.vault.add(id, version);
    expect(await keptIds(sandbox, key, [version])).toEqual([version]);
    expect(sandbox.vault.remove(id, version)).toBe(1);
    expect(await keptIds(sandbox, key, [version])).toEqual([]);
  });
});
