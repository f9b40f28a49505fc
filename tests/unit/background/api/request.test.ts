import { afterEach, describe, expect, it, vi } from 'vitest';
import { type CivitaiApi, createCivitaiApi } from '@/entrypoints/background/api/civitai-api';
import type { Transport } from '@/entrypoints/background/api/request';
import type { ApiFailure, ApiResult } from '@/entrypoints/background/api/result';
import { createFakeFetch, createTransport, html, json, KEY, NOW, never } from './fake-fetch';
import { model, version } from './ids';

type Call = (api: CivitaiApi, signal?: AbortSignal) => Promise<ApiResult<unknown>>;

const WITH_KEY: [string, Call][] = [
  ['check', (api, signal) => api.check([version(7)], signal)],
  ['toggle', (api, signal) => api.toggle(version(7), signal)],
  ['vault', (api, signal) => api.vault(signal)],
  ['list', (api, signal) => api.list({ limit: 1 }, signal)],
  ['me', (api, signal) => api.me(signal)],
];
const PUBLIC: [string, Call][] = [
  ['model', (api, signal) => api.model(model(5), signal)],
  ['models by id', (api, signal) => api.models([model(5)], signal)],
  ['version', (api, signal) => api.version(version(7), signal)],
  ['miniVersion', (api, signal) => api.miniVersion(version(7), signal)],
];
const EVERY = [...WITH_KEY, ...PUBLIC];

function failureOf(result: ApiResult<unknown>): ApiFailure {
  if (result.ok) throw new Error('expected a failure');
  return result;
}

/** What a toggle comes to when the site answers `respond`. */
async function toggleWith(
  respond: Parameters<typeof createFakeFetch>[0],
  changes: Partial<Transport> = {},
  signal?: AbortSignal,
) {
  const fetch = createFakeFetch(respond);
  const api = createCivitaiApi(createTransport(fetch, changes));
  return { ...failureOf(await api.toggle(version(7), signal)), requests: fetch.sent.length };
}

function netError(): Promise<Response> {
  return Promise.reject(new TypeError('Failed to fetch'));
}

/** Its headers arrive, its body breaks off. */
function cut(status: number): Response {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"success":tr'));
      controller.error(new TypeError('network error'));
    },
  });
  return new Response(body, { status });
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('what every request is sent with', () => {
  it.each(WITH_KEY)('%s carries the key in its header alone, to the API alone', async (_, call) => {
    const fetch = createFakeFetch(() => html(500));
    await call(createCivitaiApi(createTransport(fetch)));
    const [sent] = fetch.sent;
    expect(sent?.url).toMatch(/^https:\/\/civitai\.com\/api\/v1\//);
    expect(sent?.url).not.toContain(KEY);
    expect(new Headers(sent?.init.headers).get('authorization')).toBe(`Bearer ${KEY}`);
  });

  it.each(PUBLIC)('%s carries no key and does not even ask for it', async (_, call) => {
    const fetch = createFakeFetch(() => html(500));
    const getToken = vi.fn(async () => KEY);
    await call(createCivitaiApi(createTransport(fetch, { getToken })));
    expect(JSON.stringify(fetch.sent)).not.toContain(KEY);
    expect(new Headers(fetch.sent[0]?.init.headers).has('authorization')).toBe(false);
    expect(getToken).not.toHaveBeenCalled();
  });

  it.each(EVERY)('%s sends no cookies, follows no redirect, leaves nothing in a cache', async (_, call) => {
    const fetch = createFakeFetch(() => html(500));
    await call(createCivitaiApi(createTransport(fetch)));
    expect(fetch.sent).toHaveLength(1);
    expect(fetch.sent[0]?.init).toMatchObject({
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  });

  it('only the toggle is a POST, with its id in the address and no body', async () => {
    const fetch = createFakeFetch(() => html(500));
    const api = createCivitaiApi(createTransport(fetch));
    for (const [, call] of EVERY) await call(api);
    const posts = fetch.sent.filter(({ init }) => init.method !== 'GET');
    expect(posts.map(({ url, init }) => [init.method, url, init.body])).toEqual([
      ['POST', 'https://civitai.com/api/v1/vault/toggle-version?modelVersionId=7', undefined],
    ]);
  });
});

it("the browser's own fetch is used where no other is given", async () => {
  const fetch = createFakeFetch(() => json({ vault: null }));
  vi.stubGlobal('fetch', fetch);
  const { fetch: _, ...transport } = createTransport(fetch);
  expect(await createCivitaiApi(transport).vault()).toEqual({ ok: true, value: null });
  vi.unstubAllGlobals();
  expect(fetch.sent).toHaveLength(1);
});

describe('the key stays inside', () => {
  const answers: [string, () => Response | Promise<Response>][] = [
    ['a 401', () => json({ error: 'Unauthorized' }, 401)],
    ['a page of HTML', () => html(200)],
    ['a 500', () => json({ error: { code: 'BAD_REQUEST' } }, 500)],
    ['a broken connection that names the request', () => Promise.reject(new TypeError(`Bearer ${KEY} failed`))],
    ['a cut body', () => cut(200)],
  ];
  it.each(answers)('in what %s comes to, and in the log', async (_, respond) => {
    const said: unknown[] = [];
    for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      vi.spyOn(console, name).mockImplementation((...args) => void said.push(args));
    }
    const api = createCivitaiApi(createTransport(createFakeFetch(respond)));
    for (const [, call] of EVERY) said.push(await call(api));
    expect(said).toHaveLength(EVERY.length);
    expect(JSON.stringify(said)).not.toContain(KEY);
  });
});

describe('failure statuses', () => {
  const cases: [number, () => Response, object][] = [
    [401, () => json({ error: 'Unauthorized' }, 401), { kind: 'key-refused' }],
    [403, () => html(403), { kind: 'blocked' }],
    [405, () => json({ error: 'Method not allowed' }, 405), { kind: 'unexpected' }],
    [400, () => json({ error: 'Could not parse provided model version' }, 400), { kind: 'unexpected' }],
    [429, () => html(429), { kind: 'limited', until: NOW + 30_000 }],
    [429, () => html(429, { 'retry-after': '5' }), { kind: 'limited', until: NOW + 5_000 }],
    [451, () => json({ error: 'no', code: 'REGION_BLOCKED' }, 451), { kind: 'region-blocked' }],
    [500, () => json({ message: 'An unexpected error occurred', error: {} }, 500), { kind: 'site-error' }],
    [502, () => html(502), { kind: 'site-error' }],
    [503, () => html(503), { kind: 'site-error' }],
    [500, () => cut(500), { kind: 'site-error' }],
  ];
  it.each(cases)('%i', async (status, respond, problem) => {
    const failure = await toggleWith(respond);
    expect(failure).toMatchObject({ problem, sent: 'answered', status, requests: 1 });
  });

  it('a 404 of an endpoint that needs the key is nothing that the user caused', async () => {
    expect((await toggleWith(() => json({ error: 'no' }, 404))).problem).toEqual({ kind: 'unexpected' });
  });

  it.each(PUBLIC)('a 404 of %s means gone only when the API itself says so', async (_, call) => {
    const said = createCivitaiApi(createTransport(createFakeFetch(() => json({ error: 'Model not found' }, 404))));
    expect(failureOf(await call(said)).problem).toEqual({ kind: 'not-available', obstacle: 'gone' });
    const stray = createCivitaiApi(createTransport(createFakeFetch(() => html(404))));
    expect(failureOf(await call(stray)).problem).toEqual({ kind: 'unreadable' });
  });
});

describe('a 401 is reported with the key it was given to', () => {
  it.each(WITH_KEY)('%s', async (name, call) => {
    const onKeyRefused = vi.fn();
    const fetch = createFakeFetch(() => json({ error: 'Unauthorized' }, 401));
    await call(createCivitaiApi(createTransport(fetch, { onKeyRefused })));
    // A key limited to the vault may be refused by `/me` and still be good.
    expect(onKeyRefused.mock.calls).toEqual(name === 'me' ? [] : [[KEY]]);
  });
});

describe('the reason in a refusal', () => {
  const cases: [string, unknown, object | undefined][] = [
    ['real, with a cause', { error: { code: 'BAD_REQUEST', cause: {} } }, { code: 'BAD_REQUEST', hasCause: true }],
    ['real, without', { error: { code: 'NOT_FOUND', name: 'TRPCError' } }, { code: 'NOT_FOUND', hasCause: false }],
    ['documented', { error: { message: 'Quota exceeded' } }, { message: 'Quota exceeded', hasCause: false }],
    ['a database error', { error: { code: 'P2020' } }, { code: 'P2020', hasCause: false }],
    ['plain text', { error: 'Unauthorized' }, { message: 'Unauthorized', hasCause: false }],
    ['text and code', { error: 'Blocked', code: 'X' }, { message: 'Blocked', code: 'X', hasCause: false }],
    ['strange fields', { error: { code: {}, message: 7, cause: null } }, { hasCause: false }],
    ['something else', { detail: 'no' }, undefined],
    ['no object', [1], undefined],
  ];
  it.each(cases)('%s', async (_, body, refusal) => {
    expect((await toggleWith(() => json(body, 500))).refusal).toEqual(refusal);
  });

  it.each([401, 403, 429, 451])('is left out where the status says it all: %i', async status => {
    expect((await toggleWith(() => json({ error: 'no' }, status))).refusal).toBeUndefined();
  });

  it('of a key without the permission depends on what it was for', async () => {
    const fetch = createFakeFetch(() => json({ error: 'insufficient_scope' }, 403));
    const api = createCivitaiApi(createTransport(fetch));
    expect(failureOf(await api.toggle(version(7))).problem).toEqual({ kind: 'read-only-key' });
    expect(failureOf(await api.check([version(7)])).problem).toEqual({ kind: 'key-refused' });
  });

  it('is absent from a page of HTML', async () => {
    expect((await toggleWith(() => html(500))).refusal).toBeUndefined();
  });
});

describe('Retry-After', () => {
  const date = (ms: number) => new Date(ms).toUTCString();
  const cases: [string, Record<string, string>, number | undefined][] = [
    ['seconds', { 'retry-after': '7' }, 7_000],
    ['a date', { 'retry-after': date(NOW + 9_000) }, 9_000],
    ["a date by the server's clock", { 'retry-after': date(NOW + 99_000), date: date(NOW + 90_000) }, 9_000],
    ['zero', { 'retry-after': '0' }, 1_000],
    ['the past', { 'retry-after': date(NOW - 9_000) }, 1_000],
    ['a day', { 'retry-after': '86400' }, 15 * 60_000],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['nothing', {}, undefined],
  ];
  it.each(cases)('%s', async (_, headers, waitMs) => {
    const failure = await toggleWith(() => html(429, headers));
    expect(failure.retryAfterMs).toBe(waitMs);
    expect(failure.problem).toEqual({ kind: 'limited', until: NOW + (waitMs ?? 30_000) });
  });

  it('is told of a 503, too', async () => {
    expect((await toggleWith(() => html(503, { 'retry-after': '4' }))).retryAfterMs).toBe(4_000);
  });
});

describe('requests that break', () => {
  it('while online: the site is at fault, and it may have been done', async () => {
    expect(await toggleWith(netError)).toMatchObject({ problem: { kind: 'site-error' }, sent: 'maybe' });
  });

  it('gone offline meanwhile: it may have been done', async () => {
    let online = true;
    const respond = () => {
      online = false;
      return netError();
    };
    const failure = await toggleWith(respond, { isOnline: () => online });
    expect(failure).toMatchObject({ problem: { kind: 'offline' }, sent: 'maybe' });
  });

  it('offline all along: the browser may be wrong about that, so it may have been done', async () => {
    const failure = await toggleWith(netError, { isOnline: () => false });
    expect(failure).toMatchObject({ problem: { kind: 'offline' }, sent: 'maybe' });
  });

  it('an answer that comes although the browser thinks it is offline is an answer', async () => {
    const fetch = createFakeFetch(() => json({ success: true }));
    const api = createCivitaiApi(createTransport(fetch, { isOnline: () => false }));
    expect(await api.toggle(version(7))).toEqual({ ok: true, value: { now: 'out' } });
  });

  it('no answer in time', async () => {
    const failure = await toggleWith(never, { timeoutMs: 20 });
    expect(failure).toMatchObject({ problem: { kind: 'timed-out' }, sent: 'maybe', requests: 1 });
  });

  it('a body that never ends', async () => {
    const respond = (_: URL, init: RequestInit) => {
      const body = new ReadableStream({
        start: controller => init.signal?.addEventListener('abort', () => controller.error(init.signal?.reason)),
      });
      return new Response(body);
    };
    const failure = await toggleWith(respond, { timeoutMs: 20 });
    expect(failure).toMatchObject({ problem: { kind: 'timed-out' }, sent: 'maybe', status: 200 });
  });

  it('a body that is cut', async () => {
    expect(await toggleWith(() => cut(200))).toMatchObject({ problem: { kind: 'unreadable' }, sent: 'maybe' });
  });
});

describe('answers that cannot be read', () => {
  it.each([
    ['a page', () => html(200)],
    ['half a document', () => new Response('{"success":tr')],
    ['nothing', () => new Response('')],
    ['another shape', () => json({ hello: 1 })],
    ['a list', () => json([])],
    ['no object', () => json(null)],
    ['a success that is none', () => json({ success: false })],
  ])('%s', async (_, respond) => {
    expect(await toggleWith(respond)).toMatchObject({ problem: { kind: 'unreadable' }, sent: 'maybe', status: 200 });
  });
});

describe('requests that never leave', () => {
  const respond = () => json({ success: true });

  it('nobody is signed in', async () => {
    const failure = await toggleWith(respond, { getToken: async () => undefined });
    expect(failure).toMatchObject({ problem: { kind: 'not-signed-in' }, sent: 'no', requests: 0 });
  });

  it('the key cannot be read', async () => {
    const failure = await toggleWith(respond, { getToken: () => Promise.reject(new Error('disk')) });
    expect(failure).toMatchObject({ problem: { kind: 'unexpected' }, sent: 'no', requests: 0 });
  });

  it('the user withheld the site', async () => {
    const failure = await toggleWith(respond, { hasHostAccess: async () => false });
    expect(failure).toMatchObject({ problem: { kind: 'host-not-granted' }, sent: 'no', requests: 0 });
  });

  it('aborted while the key was being read', async () => {
    const controller = new AbortController();
    const getToken = async () => {
      controller.abort();
      return KEY;
    };
    const failure = await toggleWith(respond, { getToken }, controller.signal);
    expect(failure).toMatchObject({ problem: { kind: 'unexpected' }, sent: 'no', requests: 0 });
  });
});

it.each(EVERY)('%s can be aborted', async (_, call) => {
  const controller = new AbortController();
  const api = createCivitaiApi(createTransport(createFakeFetch(never)));
  const pending = call(api, controller.signal);
  await Promise.resolve();
  setTimeout(() => controller.abort(), 5);
  expect(failureOf(await pending)).toMatchObject({ problem: { kind: 'unexpected' }, sent: 'maybe' });
});
