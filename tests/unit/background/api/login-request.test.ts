import { describe, expect, it } from 'vitest';
import { createLoginApi } from '@/entrypoints/background/api/login/login-api';
import { requestWithLogin } from '@/entrypoints/background/api/login/login-request';
import { vaultAnswer } from '@/entrypoints/background/api/schemas/vault-schemas';
import { createFakeFetch, html, json, KEY, NOW } from './fake-fetch';
import { version } from './ids';

function start(respond: () => Response) {
  const fetch = createFakeFetch(respond);
  return { fetch, api: createLoginApi({ fetch, now: () => NOW }) };
}

const page = (status: number): Response => html(status, { 'content-type': 'text/html; charset=utf-8' });

describe('the site’s own login', () => {
  it('is used for four reads at fixed addresses and nothing else', async () => {
    const { fetch, api } = start(() => html(500));
    await api.siteUser();
    await api.list({ limit: 200, page: 2, sort: 'Recently Added' });
    await api.check([version(7), version(8)]);
    await api.vault();
    expect(Object.keys(api).toSorted()).toEqual(['check', 'list', 'siteUser', 'vault']);
    expect(fetch.sent.map(({ url, init }) => [init.method, url])).toEqual([
      ['GET', 'https://civitai.com/api/auth/session'],
      ['GET', 'https://civitai.com/api/v1/vault/all?limit=200&page=2&sort=Recently%20Added'],
      ['GET', 'https://civitai.com/api/v1/vault/check-vault?modelVersionIds=7%2C8'],
      ['GET', 'https://civitai.com/api/v1/vault/get'],
    ]);
  });

  it('goes out with cookies and without a key, and follows no redirect', async () => {
    const { fetch, api } = start(() => html(500));
    await Promise.all([api.siteUser(), api.list({ limit: 1 }), api.check([version(7)]), api.vault()]);
    for (const { url, init } of fetch.sent) {
      expect(init).toMatchObject({ credentials: 'include', redirect: 'error', cache: 'no-store' });
      expect([...new Headers(init.headers).keys()]).toEqual(['accept']);
      expect(init.body).toBeUndefined();
      expect(url).not.toMatch(/token|key/i);
    }
  });

  it('can’t be asked for anything else, by its types', async () => {
    const { fetch } = start(() => json({ vault: null }));
    const transport = { fetch, now: () => NOW };
    const others = [
      // @ts-expect-error: no other address.
      () => requestWithLogin(transport, { read: 'toggle', schema: vaultAnswer }),
      // @ts-expect-error: no other method.
      () => requestWithLogin(transport, { read: 'vault', method: 'POST', schema: vaultAnswer }),
      // @ts-expect-error: no key as a parameter.
      () => requestWithLogin(transport, { read: 'list', query: { token: KEY }, schema: vaultAnswer }),
      // @ts-expect-error: no key at all.
      () => requestWithLogin(transport, { read: 'vault', key: 'vault', schema: vaultAnswer }),
    ];
    expect(others).toHaveLength(4);
    await others[1]?.();
    expect(fetch.sent.map(({ init }) => init.method)).toEqual(['GET']);
  });

  it.each([
    ['401', () => json({ error: 'Unauthorized' }, 401)],
    ['403', () => json({ error: 'Forbidden' }, 403)],
    ['a page of the protection', () => page(403)],
    ['a page instead of data', () => page(200)],
  ])('is refused by %s', async (_, respond) => {
    const { api } = start(respond);
    expect(await api.list({ limit: 1 })).toMatchObject({ ok: false, problem: { kind: 'login-refused' } });
    expect(await api.siteUser()).toMatchObject({ ok: false, problem: { kind: 'login-refused' } });
  });

  it.each([
    ['an outage', () => page(502), 'site-error'],
    ['a pause', () => json({}, 429), 'limited'],
    ['the region', () => json({ code: 'REGION_BLOCKED' }, 451), 'region-blocked'],
    ['half an answer', () => json('x'), 'unreadable'],
  ])('is not refused by %s', async (_, respond, kind) => {
    expect(await start(respond).api.vault()).toMatchObject({ ok: false, problem: { kind } });
  });

  it('leaves only where the browser’s user lets it', async () => {
    const fetch = createFakeFetch(() => json({}));
    const api = createLoginApi({ fetch, now: () => NOW, hasHostAccess: async () => false });
    expect(await api.siteUser()).toMatchObject({ problem: { kind: 'host-not-granted' }, sent: 'no' });
    expect(fetch.sent).toEqual([]);
  });
});
