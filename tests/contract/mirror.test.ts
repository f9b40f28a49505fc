import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { clearToken, readToken, storeToken } from '@/entrypoints/background/account/token';
import type { CivitaiApi } from '@/entrypoints/background/api/civitai-api';
import { createMirror } from '@/entrypoints/background/mirror/mirror';
import { readItems } from '@/entrypoints/background/mirror/read-mirror';
import { closeVaultDatabase } from '@/entrypoints/background/storage/database';
import { createVaultStore } from '@/entrypoints/background/storage/vault-store';
import { createVaultEngine } from '@/entrypoints/background/vault/engine';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { SyncStatus } from '@/utils/vault/vault-summary';
import { model, type SandboxApi, startSandboxApi, version } from './sandbox-api.ts';

// A key that is stored only until the browser closes is in the browser's own memory.
vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const FIVE_MINUTES = 5 * 60_000;

let api: SandboxApi;
beforeAll(async () => {
  api = await startSandboxApi();
});
afterAll(() => api.sandbox.close());

beforeEach(async () => {
  await closeVaultDatabase();
  globalThis.indexedDB = new IDBFactory();
  api.sandbox.requests.clear();
  api.sandbox.faults.clear();
  api.sandbox.settings.flavour = 'real';
});

/** A worker with this key. Its clock can be put forward; the pauses of the mirror pass at once. */
async function startWorker(key: string) {
  await storeToken(key, { membership: 'member', canWrite: true, refused: false });
  const time = { ahead: 0 };
  const client: CivitaiApi = api.as(key);
  const now = () => Date.now() + time.ahead;
  const clock = { now, elapsed: () => performance.now() + time.ahead, wakeAfter: () => {} };
  const never = (ms: number) => (ms > 100 ? new Promise<void>(() => {}) : Promise.resolve());
  const session = async () => {
    const token = await readToken();
    return token && { session: token.session, canWrite: true };
  };
  const statuses: SyncStatus[] = [];
  const world = { apiOf: () => client, random: Math.random, session };
  const mirror = createMirror({
    ...world,
    clock: {
      ...clock,
      async sleep(ms) {
        time.ahead += ms;
      },
    },
    recordListed: (...listed) => engine.recordListed(...listed),
    cachedFacts: ids => engine.cachedFacts(ids),
    statusChanged: status => void statuses.push(status),
  });
  const engine = createVaultEngine({
    ...world,
    clock: { ...clock, sleep: never },
    store: createVaultStore(mirror.modelOf),
    availability: { versionAvailability: async () => ({ ok: false, problem: { kind: 'unexpected' } }) },
    usageChanged: () => {},
    onChange: () => {},
  });
  const pages = () =>
    api.sandbox.requests
      .of('vault/all')
      .map(({ search }) => [...new URLSearchParams(search)].map(pair => pair.join('=')).join('&'));
  return { mirror, engine, time, statuses, pages };
}

const rowsOf = (account: string) => api.sandbox.vault.items(api.sandbox.accounts.get(account).id);

describe('the mirror, against the sandbox', () => {
  it('reads 5,000 items in 25 requests, and needs one when nothing has changed', async () => {
    const { mirror, pages, statuses, time } = await startWorker(keys.huge);
    await mirror.refreshIfStale();
    expect(pages()).toHaveLength(25);
    expect(pages()[0]).toBe('limit=200&page=1&sort=Recently Added');
    expect(statuses.at(-1)).toMatchObject({ kind: 'synced' });
    const ids = (await readItems()).map(({ id }) => id);
    expect(ids).toEqual(
      rowsOf('huge')
        .map(({ id }) => id)
        .sort((a, b) => a - b),
    );
    time.ahead += FIVE_MINUTES;
    await mirror.refreshIfStale();
    expect(pages()).toHaveLength(26);
    expect(statuses.at(-1)).toMatchObject({ kind: 'synced' });
  }, 60_000);

  it.each(['real', 'documented'] as const)('knows every version and model of a vault (%s flavour)', async flavour => {
    api.sandbox.settings.flavour = flavour;
    const { mirror, pages } = await startWorker(keys.small);
    await mirror.refreshIfStale();
    const rows = rowsOf('small');
    const words = { Stored: 'in', Pending: 'pending', Failed: 'failed' } as const;
    const facts = await mirror.byVersions(rows.map(row => version(row.modelVersionId)));
    expect(facts.map(({ state }) => state)).toEqual(rows.map(({ status }) => words[status]));
    const [first] = rows;
    const [found] = await mirror.byModels([model(first?.modelId ?? 0)]);
    expect(found?.inVault).toContain(first?.modelVersionId);
    expect((await mirror.byVersions([version(999_999_999)]))[0]?.state).toBe('out');
    expect(pages()).toHaveLength(1);
  });

  it('follows another device', async () => {
    const { mirror, time, pages } = await startWorker(keys.small);
    await mirror.refreshIfStale();
    const { id } = api.sandbox.accounts.get('small');
    const [gone] = rowsOf('small');
    if (!gone) throw new Error('the vault is empty');
    api.sandbox.vault.remove(id, gone.modelVersionId);
    time.ahead += FIVE_MINUTES;
    await mirror.refreshIfStale();
    expect((await mirror.byVersions([version(gone.modelVersionId)]))[0]?.state).toBe('out');
    expect(pages()).toHaveLength(3);
    api.sandbox.vault.put([gone]);
    time.ahead += FIVE_MINUTES;
    await mirror.refreshIfStale();
    expect((await mirror.byVersions([version(gone.modelVersionId)]))[0]?.state).toBe('in');
  });

  it('survives a page that breaks', async () => {
    api.sandbox.faults.add({ endpoint: 'vault/all', kind: 'cut', times: 1 });
    api.sandbox.faults.add({
      endpoint: 'vault/all',
      kind: 'status',
      status: 502,
      html: '<h1>Bad gateway</h1>',
      times: 1,
    });
    const { mirror, statuses } = await startWorker(keys.small);
    await mirror.refreshIfStale();
    expect(statuses.at(-1)).toMatchObject({ kind: 'synced' });
    expect(await mirror.all().then(items => items.length)).toBe(rowsOf('small').length);
  });

  it('of an account that never had a vault is empty', async () => {
    const { mirror } = await startWorker(keys.never);
    await mirror.refreshIfStale();
    expect([await mirror.all().then(items => items.length), (await mirror.status()).kind]).toEqual([0, 'synced']);
    await clearToken();
    expect(await mirror.status()).toEqual({ kind: 'never' });
  });
});
