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

const DAY_MS = 86_400_000;
const itemIdOf = (versionId: number, account = 12345) => sandbox.vault.items(account, versionId)[0]?.id ?? 0;
const fromVault = (itemId: number | string, query = '?type=model', key: string = keys.small, headers = {}) =>
  ask(sandbox, `/api/download/vault/${itemId}${query}`, { key, headers });

describe('download/vault/{itemId} (site-facts.md F.7)', () => {
  it.each([
    ['type=model', /safetensors/],
    ['type=images', /-images\.zip/],
    ['type=details', /-details\.pdf/],
    ['type=model&fileId=2402203', /waiIllustriousSDXL_v160\.safetensors/],
  ])('%s redirects to a signed address', async (query, address) => {
    const { status, headers } = await fromVault(itemIdOf(2514310), `?${query}`);
    expect([status, headers.location]).toEqual([307, expect.stringMatching(address)]);
    expect(headers.location).toContain('X-Amz-Expires=86400');
  });

  it('gives what is gone from the site, and what is still Pending', async () => {
    const pending = sandbox.vault.items(12345).find(row => row.status === 'Pending');
    expect((await fromVault(itemIdOf(landmarks.hardDeleted.versionIds[0]))).status).toBe(307);
    expect((await fromVault(pending?.id ?? 0)).status).toBe(307);
  });

  it.each([
    ['no type', '', 400],
    ['another type', '?type=everything', 400],
    ['a file that is not there', '?type=model&fileId=1', 404],
  ])('%s', async (_what, query, status) => {
    expect((await fromVault(itemIdOf(2514310), query)).status).toBe(status);
  });

  it('knows only one’s own items', async () => {
    expect((await fromVault(itemIdOf(2514310), '?type=model', keys.second)).status).toBe(404);
    expect((await fromVault('x')).status).toBe(400);
    expect((await fromVault(1, '?type=model', keys.never)).status).toBe(404);
    expect((await ask(sandbox, '/api/download/vault/1?type=model')).status).toBe(401);
  });

  it.each([
    ['gated', landmarks.earlyAccess.gatedVersionId],
    ['private', landmarks.privateModel.versionIds[0]],
    ['generation-only', landmarks.generationOnly.generationVersionId],
  ])('%s is a 503', async (_what, versionId) => {
    expect((await fromVault(itemIdOf(versionId))).status).toBe(503);
  });

  it('answers browsers in plain text, others in JSON', async () => {
    const browser = await fromVault(999_999, '?type=model', keys.small, { 'user-agent': 'Mozilla/5.0' });
    expect([browser.headers['content-type'], browser.text]).toEqual([
      'text/plain; charset=utf-8',
      'Vault item not found',
    ]);
    expect((await fromVault(999_999)).json).toEqual({ error: 'Vault item not found' });
  });

  it('freezes an over-full or exactly full vault after 30 days (F.8)', async () => {
    const { id, key } = member(sandbox, { keeps: [ordinary(sandbox, 0)], freeKb: 0 });
    const item = sandbox.vault.items(id)[0]?.id ?? 0;
    expect((await fromVault(item, '?type=model', key)).status).toBe(307);
    sandbox.clock.advance(30 * DAY_MS + 1_000);
    expect((await fromVault(item, '?type=model', key)).status).toBe(403);
    sandbox.vault.setStorage(id, 100_000_000);
    expect((await fromVault(item, '?type=model', key)).status).toBe(307);
  });
});

describe('download/models/{versionId} (G.5)', () => {
  it.each([
    ['ordinary', 2514310, 307],
    ['archived', landmarks.archived.versionIds[0], 410],
    ['early access', landmarks.earlyAccess.gatedVersionId, 403],
    ['private', landmarks.privateModel.versionIds[0], 403],
    ['downloads disabled', landmarks.generationOnly.generationVersionId, 401],
    ['unpublished', landmarks.unpublishedModel.versionIds[0], 404],
    ['without files', landmarks.noFiles.noFilesId, 404],
    ['unknown', 1999999999, 404],
  ])('%s', async (_what, id, status) => {
    expect((await ask(sandbox, `/api/download/models/${id}`)).status).toBe(status);
  });

  it('gives a bought version to the buyer alone', async () => {
    const path = `/api/download/models/${landmarks.bought.versionIds[0]}`;
    expect((await ask(sandbox, path, { key: keys.second })).status).toBe(307);
    expect((await ask(sandbox, path, { key: keys.small })).status).toBe(403);
  });
});
