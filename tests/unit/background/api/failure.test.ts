import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCivitaiApi } from '@/entrypoints/background/api/civitai-api';
import { cut, failureOf, PUBLIC, toggleWith, WITH_KEY } from './every-call';
import { createFakeFetch, createTransport, html, json, KEY, NOW } from './fake-fetch';
import { version } from './ids';

afterEach(() => {
  vi.restoreAllMocks();
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
    vi.useFakeTimers();
    const onKeyRefused = vi.fn();
    const fetch = createFakeFetch(() => json({ error: 'Unauthorized' }, 401));
    const answer = call(createCivitaiApi(createTransport(fetch, { onKeyRefused })));
    await vi.advanceTimersByTimeAsync(10_000);
    await answer;
    vi.useRealTimers();
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

  it('counts in a 503 as well', async () => {
    expect((await toggleWith(() => html(503, { 'retry-after': '4' }))).retryAfterMs).toBe(4_000);
  });
});
