import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCivitaiApi } from '@/entrypoints/background/api/civitai-api';
import { cut, EVERY, failureOf, PUBLIC, WITH_KEY } from './every-call';
import { createFakeFetch, createTransport, html, json, KEY, never } from './fake-fetch';

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
    const changes = fetch.sent.filter(({ init }) => init.method !== 'GET');
    expect(changes.map(({ url, init }) => [init.method, url, init.body])).toEqual([
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

it.each(EVERY)('%s can be aborted', async (_, call) => {
  const controller = new AbortController();
  const api = createCivitaiApi(createTransport(createFakeFetch(never)));
  const pending = call(api, controller.signal);
  await Promise.resolve();
  setTimeout(() => controller.abort(), 5);
  expect(failureOf(await pending)).toMatchObject({ problem: { kind: 'unexpected' }, sent: 'maybe' });
});

it('the key is read while the browser says whether the site may be asked: a write to the database may follow at once', async () => {
  const fetch = createFakeFetch(() => json({ vault: null }));
  const getToken = vi.fn(async () => KEY);
  let say = (_isGranted: boolean) => {};
  const hasHostAccess = () =>
    new Promise<boolean>(resolve => {
      say = resolve;
    });
  const answer = createCivitaiApi(createTransport(fetch, { getToken, hasHostAccess })).vault();
  await Promise.resolve();
  expect([getToken.mock.calls.length, fetch.sent.length]).toEqual([1, 0]);
  say(false);
  expect(await answer).toMatchObject({ problem: { kind: 'host-not-granted' } });
  expect(fetch.sent).toEqual([]);
});
