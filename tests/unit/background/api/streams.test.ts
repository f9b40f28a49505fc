import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCivitaiApi } from '@/entrypoints/background/api/civitai-api';
import { createFakeFetch, createTransport, html, json, NOW, never } from './fake-fetch';
import { version } from './ids';

const no = () => json({ error: 'Method not allowed' }, 405);
const added = () => json({ success: true, vaultId: 9 });
type Respond = (isQuestion: boolean) => Response | Promise<Response>;

/** The API on a connection that answers `respond`; `questions` are the streamed requests to a read. */
function start(respond: Respond, changes: Parameters<typeof createTransport>[1] = {}) {
  const fetch = createFakeFetch(({ pathname }) => respond(pathname.endsWith('/vault/get')));
  const api = createCivitaiApi(createTransport(fetch, changes));
  const questions = () => fetch.sent.filter(({ url }) => url.endsWith('/vault/get'));
  return { api, questions, toggles: () => fetch.sent.filter(({ url }) => url.includes('toggle')) };
}
function createAbort() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
const isStream = ({ init }: { init: RequestInit }) => init.body instanceof ReadableStream;

describe('whether a connection carries streams', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is asked with a streamed POST to a read, without key or cookies', async () => {
    const { api, questions } = start(no);
    expect(await api.carriesStreams()).toBe(true);
    const { init } = questions()[0] ?? expect.fail('It was not asked');
    expect(init).toMatchObject({ method: 'POST', credentials: 'omit', duplex: 'half' });
    expect(isStream({ init })).toBe(true);
    expect(init.headers).not.toHaveProperty('Authorization');
  });

  it.each<[string, Respond]>([
    ['a page that forbids', () => html(403)],
    ['a page in place of the answer', () => html(200)],
    ['a vault', () => json({ vault: null })],
    ['a real failure', () => json({ error: {} }, 500)],
    ['nothing: it breaks', () => Promise.reject(new TypeError('net::ERR_H2_OR_QUIC_REQUIRED'))],
  ])('is denied by %s', async (_what, respond) => {
    expect(await start(respond).api.carriesStreams()).toBe(false);
  });

  it('is denied where nothing comes within two and a half seconds', async () => {
    const timeouts: number[] = [];
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(ms => {
      timeouts.push(ms);
      const { signal, abort } = createAbort();
      setTimeout(abort, 1);
      return signal;
    });
    const isCarried = await start(never).api.carriesStreams();
    vi.restoreAllMocks();
    expect([isCarried, timeouts]).toEqual([false, [2_500]]);
  });

  it('is denied without a question where the browser makes a text of a stream', async () => {
    const { api, questions } = start(no);
    vi.stubGlobal(
      'Request',
      class {
        headers = new Headers({ 'content-type': 'text/plain' });
      },
    );
    expect(await api.carriesStreams()).toBe(false);
    expect(questions()).toEqual([]);
  });

  it('is asked once for all, and again after five minutes, also where the clock was set back', async () => {
    let now = NOW;
    const { api, questions } = start(no, { now: () => now });
    await Promise.all([api.carriesStreams(), api.carriesStreams()]);
    now += 299_000;
    await api.carriesStreams();
    expect(questions()).toHaveLength(1);
    now += 2_000;
    await api.carriesStreams();
    expect(questions()).toHaveLength(2);
    now -= 3_600_000;
    await api.carriesStreams();
    expect(questions()).toHaveLength(3);
  });

  it('is asked again where no answer came', async () => {
    let isDown = true;
    const { api } = start(() => (isDown ? Promise.reject(new TypeError('down')) : no()));
    expect(await api.carriesStreams()).toBe(false);
    isDown = false;
    expect(await api.carriesStreams()).toBe(true);
  });
});

describe('a toggle', () => {
  it('has a body that can be read only once where streams are carried, and none where not', async () => {
    const { api, toggles } = start(added);
    await api.toggle(version(7), undefined, true);
    await api.toggle(version(7), undefined, false);
    expect(toggles().map(isStream)).toEqual([true, false]);
  });

  it('is sent once, streamed, whatever becomes of it, and then streams are asked about again', async () => {
    let isLost = true;
    const respond: Respond = isQuestion =>
      isQuestion ? no() : isLost ? Promise.reject(new TypeError('dropped')) : added();
    const { api, toggles, questions } = start(respond);
    await api.carriesStreams();
    expect(await api.toggle(version(7), undefined, true)).toMatchObject({ ok: false, sent: 'maybe' });
    expect(toggles()).toHaveLength(1);
    await api.carriesStreams();
    expect(questions()).toHaveLength(2);
    isLost = false;
    await api.toggle(version(7), undefined, true);
    await api.carriesStreams();
    expect(questions()).toHaveLength(2);
  });
});
