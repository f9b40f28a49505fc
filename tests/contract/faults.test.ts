import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CivitaiApi } from '@/entrypoints/background/api/civitai-api';
import type { ApiFailure, ApiResult } from '@/entrypoints/background/api/result';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { Endpoint } from '@/sandbox/http/endpoint.ts';
import type { FaultKind } from '@/sandbox/http/faults.ts';
import { failureOf, model, type SandboxApi, startSandboxApi, successOf, version } from './sandbox-api';

let server: SandboxApi;
let key = '';
let userId = 0;
beforeAll(async () => {
  server = await startSandboxApi();
  const created = server.sandbox.accounts.create();
  key = created.key;
  userId = created.account.id;
});
afterAll(() => server.sandbox.close());
afterEach(() => server.sandbox.faults.clear());

const [WAI] = landmarks.wai.versionIds;
const { modelId } = landmarks.wai;

type Call = (api: CivitaiApi, signal?: AbortSignal) => Promise<ApiResult<unknown>>;
const endpoints: [Endpoint, Call][] = [
  ['vault/get', (api, signal) => api.vault(signal)],
  ['vault/all', (api, signal) => api.list({}, signal)],
  ['vault/check-vault', (api, signal) => api.check([version(WAI)], signal)],
  ['vault/toggle-version', (api, signal) => api.toggle(version(WAI), signal)],
  ['me', (api, signal) => api.me(signal)],
  ['models', (api, signal) => api.models([model(modelId)], signal)],
  ['models/{id}', (api, signal) => api.model(model(modelId), signal)],
  ['model-versions/{id}', (api, signal) => api.version(version(WAI), signal)],
  ['model-versions/mini/{id}', (api, signal) => api.miniVersion(version(WAI), signal)],
];

const date = (ms: number) => new Date(Date.now() + ms).toUTCString();
const status = (code: number, more: object = {}): FaultKind => ({ kind: 'status', status: code, ...more });
const page = { html: '<!doctype html><title>Just a moment…</title>' };

/** What stands for a fault that every endpoint can meet. */
const faults: [string, FaultKind, Partial<ApiFailure>][] = [
  ['refused', { kind: 'refuse' }, { problem: { kind: 'site-error' }, sent: 'maybe' }],
  ['hang', { kind: 'hang' }, { problem: { kind: 'timed-out' }, sent: 'maybe' }],
  ['hang after the work', { kind: 'hang', when: 'after-commit' }, { problem: { kind: 'timed-out' }, sent: 'maybe' }],
  ['dropped before', { kind: 'drop', when: 'before-commit' }, { problem: { kind: 'site-error' }, sent: 'maybe' }],
  ['dropped after', { kind: 'drop', when: 'after-commit' }, { problem: { kind: 'site-error' }, sent: 'maybe' }],
  ['too late', { kind: 'delay', ms: 3_000 }, { problem: { kind: 'timed-out' }, sent: 'maybe' }],
  ['truncated', { kind: 'truncated' }, { problem: { kind: 'unreadable' }, sent: 'maybe', status: 200 }],
  ['cut', { kind: 'cut' }, { problem: { kind: 'unreadable' }, sent: 'maybe', status: 200 }],
  ['malformed', { kind: 'malformed' }, { problem: { kind: 'unreadable' }, sent: 'maybe', status: 200 }],
  ['another shape', { kind: 'other-shape' }, { problem: { kind: 'unreadable' }, sent: 'maybe', status: 200 }],
  ['without an end', { kind: 'endless' }, { problem: { kind: 'oversized' }, sent: 'maybe', status: 200 }],
  ['too deep', { kind: 'deep' }, { problem: { kind: 'oversized' }, sent: 'maybe', status: 200 }],
  ['200 with a page', status(200, page), { problem: { kind: 'unreadable' }, sent: 'maybe', status: 200 }],
  ['401', status(401), { problem: { kind: 'key-refused' }, sent: 'answered' }],
  ['403', status(403), { problem: { kind: 'blocked' }, sent: 'answered' }],
  ['403 with a page', status(403, page), { problem: { kind: 'blocked' }, sent: 'answered' }],
  ['429 with seconds', status(429, { retryAfter: '7' }), { retryAfterMs: 7_000, sent: 'answered', status: 429 }],
  ['451', status(451), { problem: { kind: 'region-blocked' }, sent: 'answered' }],
  ['500', status(500), { problem: { kind: 'site-error' }, sent: 'answered', status: 500 }],
  [
    '500 after the work',
    status(500, { when: 'after-commit' }),
    { problem: { kind: 'site-error' }, sent: 'answered', status: 500 },
  ],
  ['502 with a page', status(502, page), { problem: { kind: 'site-error' }, sent: 'answered', status: 502 }],
  ['503 with a pause', status(503, { retryAfter: '3' }), { problem: { kind: 'site-error' }, retryAfterMs: 3_000 }],
];

describe.each(endpoints)('%s', (endpoint, call) => {
  it.each(faults)('%s', async (_, fault, expected) => {
    const { sandbox } = server;
    sandbox.vault.remove(userId, WAI);
    sandbox.requests.clear();
    sandbox.faults.add({ endpoint, ...fault });
    // Patience only where it is not what the case is about: a busy machine needs some.
    const timeoutMs = expected.problem?.kind === 'timed-out' ? 600 : 10_000;
    const failure = failureOf(await call(server.as(key, { timeoutMs })));
    expect(failure).toMatchObject(expected);
    expect(sandbox.requests.all()).toHaveLength(1);
    expect(JSON.stringify([failure, sandbox.requests.all().map(({ path, search }) => path + search)])).not.toContain(
      key,
    );
  });

  it('once the fault is over, everything is as before', async () => {
    server.sandbox.vault.remove(userId, WAI);
    server.sandbox.faults.add({ endpoint, ...status(500), times: 1 });
    const api = server.as(key);
    failureOf(await call(api));
    successOf(await call(api));
  });

  it('can be aborted, and nothing is sent for what was aborted before', async () => {
    const { sandbox } = server;
    sandbox.requests.clear();
    sandbox.faults.add({ endpoint, kind: 'hang' });
    const controller = new AbortController();
    const pending = call(server.as(key), controller.signal);
    await expect.poll(() => sandbox.requests.all()).toHaveLength(1);
    controller.abort();
    expect(failureOf(await pending)).toMatchObject({ problem: { kind: 'unexpected' }, sent: 'maybe' });
    expect(failureOf(await call(server.as(key), controller.signal)).sent).toBe('no');
    expect(sandbox.requests.all()).toHaveLength(1);
  });
});

describe('a pause that the site asks for', () => {
  it.each([
    ['seconds', '7', 7_000],
    ['nothing', undefined, 30_000],
    ['nonsense', 'later', 30_000],
    ['a day', '86400', 15 * 60_000],
  ])('in %s', async (_, retryAfter, waitMs) => {
    server.sandbox.faults.add({
      endpoint: 'vault/get',
      ...status(429, retryAfter === undefined ? {} : { retryAfter }),
    });
    const before = Date.now();
    const { problem } = failureOf(await server.as(key).vault());
    const until = problem.kind === 'limited' ? problem.until : 0;
    expect(until).toBeGreaterThanOrEqual(before + waitMs);
    expect(until).toBeLessThanOrEqual(Date.now() + waitMs);
  });

  it('as a date', async () => {
    server.sandbox.faults.add({ endpoint: 'vault/get', ...status(429, { retryAfter: date(60_000) }) });
    const { retryAfterMs } = failureOf(await server.as(key).vault());
    expect(retryAfterMs).toBeGreaterThan(57_000);
    expect(retryAfterMs).toBeLessThanOrEqual(61_000);
  });
});

it('a region where the site is closed is named as such', async () => {
  server.sandbox.settings.regionBlocked = true;
  for (const [, call] of endpoints) {
    expect(failureOf(await call(server.as(key))).problem).toEqual({ kind: 'region-blocked' });
  }
  server.sandbox.settings.regionBlocked = false;
});
