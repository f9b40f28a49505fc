import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCivitaiApi } from '@/entrypoints/background/api/civitai-api';
import { createFakeFetch, createTransport, json, KEY } from './fake-fetch';
import { version } from './ids';

const V = version(7);

/** A site that answers the first `times` vault requests with 401; `refused` are the keys that were reported. */
function createSite(times: number) {
  const refused: string[] = [];
  const fetch = createFakeFetch((url, { method }) => {
    if (fetch.sent.length <= times) return json({ error: 'Unauthorized' }, 401);
    if (method === 'POST') return json({ success: true, vaultId: 5 });
    return url.pathname.endsWith('get') ? json({ vault: null }) : json([{ modelVersionId: 7, vaultItem: null }]);
  });
  const api = createCivitaiApi(createTransport(fetch, { onKeyRefused: key => void refused.push(key) }));
  const sent = () => fetch.sent.map(({ url, init }) => `${init.method} ${url.split('/').at(-1)}`);
  return { api, fetch, refused, sent };
}

describe('a key that is answered with 401', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('once is asked again after a pause, and nothing is said', async () => {
    const { api, fetch, refused } = createSite(1);
    const answer = api.check([V]);
    await vi.advanceTimersByTimeAsync(1_900);
    expect(fetch.sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(await answer).toMatchObject({ ok: true });
    expect([fetch.sent.length, refused]).toEqual([2, []]);
  });

  it('twice is refused, and that is reported once', async () => {
    const { api, fetch, refused } = createSite(9);
    const answer = api.check([V]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await answer).toMatchObject({ ok: false, problem: { kind: 'key-refused' }, sent: 'answered', status: 401 });
    expect([fetch.sent.length, refused]).toEqual([2, [KEY]]);
  });

  it('by a toggle is asked about by looking, and the toggle counts as not begun', async () => {
    const { api, refused, sent } = createSite(1);
    const answer = api.toggle(V);
    await vi.advanceTimersByTimeAsync(2_100);
    expect(await answer).toMatchObject({ ok: false, problem: { kind: 'site-error' }, sent: 'no' });
    expect(sent()).toEqual(['POST toggle-version?modelVersionId=7', 'GET get']);
    expect(refused).toEqual([]);
  });

  it('by a toggle and the look after it is refused', async () => {
    const { api, refused, sent } = createSite(9);
    const answer = api.toggle(V);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await answer).toMatchObject({ ok: false, problem: { kind: 'key-refused' }, sent: 'answered' });
    expect(sent()).toEqual(['POST toggle-version?modelVersionId=7', 'GET get']);
    expect(refused).toEqual([KEY]);
  });

  it('is judged anew if another key took its place meanwhile', async () => {
    const keys = ['first-key-0001', 'second-key-0002', 'second-key-0002'];
    const refused: string[] = [];
    const fetch = createFakeFetch(() => json({ error: 'Unauthorized' }, 401));
    const transport = { getToken: async () => keys.shift(), onKeyRefused: (key: string) => void refused.push(key) };
    const answer = createCivitaiApi(createTransport(fetch, transport)).check([V]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect((await answer).ok).toBe(false);
    expect(refused).toEqual(['second-key-0002']);
  });
});
