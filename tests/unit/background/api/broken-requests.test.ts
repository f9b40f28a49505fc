import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCivitaiApi } from '@/entrypoints/background/api/civitai-api';
import { cut, toggleWith } from './every-call';
import { createFakeFetch, createTransport, html, json, KEY, never } from './fake-fetch';
import { version } from './ids';

function netError(): Promise<Response> {
  return Promise.reject(new TypeError('Failed to fetch'));
}

afterEach(() => {
  vi.restoreAllMocks();
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
