import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLoginApi, type LoginApi } from '@/entrypoints/background/api/login/login-api';
import { sessions } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { Fault } from '@/sandbox/http/faults.ts';
import { failureOf, type SandboxApi, startSandboxApi, successOf, version } from './sandbox-api.ts';

let site: SandboxApi;
beforeAll(async () => {
  site = await startSandboxApi();
});
beforeEach(() => {
  site.sandbox.faults.clear();
  site.sandbox.requests.clear();
});
afterAll(() => site.sandbox.close());

/** The extension in a browser with this session cookie; without one no user is logged in. */
function browserOf(session: string | undefined): LoginApi {
  const withCookies: typeof fetch = (input, init) => {
    const address = String(input).replace(/^https:\/\/civitai\.com\//, `https://127.0.0.1:${site.sandbox.port}/`);
    const cookie = session && init?.credentials === 'include' ? { cookie: `__Secure-civ-token=${session}` } : {};
    return fetch(address, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), ...cookie } });
  };
  return createLoginApi({ fetch: withCookies, now: Date.now });
}

const [inVault] = landmarks.wai.versionIds;

describe('the site’s own login', () => {
  it('shows the vault of the user who is logged in, by four reads without a key', async () => {
    const api = browserOf(sessions.small);
    const { id } = site.sandbox.accounts.get('small');
    expect(successOf(await api.siteUser())).toEqual({ userId: id, username: 'small' });
    expect(successOf(await api.list({ limit: 1 })).totalItems).toBe(site.sandbox.vault.items(id).length);
    expect(successOf(await api.vault())).toMatchObject({ userId: id });
    const checked = successOf(await api.check([version(inVault)]));
    expect(checked.get(version(inVault)) !== null).toBe(site.sandbox.vault.items(id, inVault).length > 0);
    for (const { method, authorization, cookie, account } of site.sandbox.requests.all())
      expect([method, authorization, cookie, account]).toEqual(['GET', undefined, true, 'small']);
  });

  it('creates a vault by `vault/get` alone', async () => {
    const { account, session } = site.sandbox.accounts.create({ username: 'newcomer' });
    const api = browserOf(session);
    expect(successOf(await api.list({ limit: 1 })).totalItems).toBe(0);
    expect([...successOf(await api.check([version(inVault)])).values()]).toEqual([null]);
    expect(site.sandbox.vault.row(account.id)).toBeUndefined();
    successOf(await api.vault());
    expect(site.sandbox.vault.row(account.id)).toBeDefined();
  });

  it('is none without a cookie, or after a log-out', async () => {
    const api = browserOf(undefined);
    expect(successOf(await api.siteUser())).toBeNull();
    expect(failureOf(await api.list({ limit: 1 })).problem).toEqual({ kind: 'login-refused' });
    const { account, session } = site.sandbox.accounts.create({ username: 'leaver' });
    const before = browserOf(session);
    expect(successOf(await before.siteUser())).toMatchObject({ userId: account.id });
    account.sessions.com = null;
    expect(successOf(await before.siteUser())).toBeNull();
  });

  it.each<[string, Fault]>([
    ['401', { kind: 'status', status: 401 }],
    ['403', { kind: 'status', status: 403 }],
    ['a page of the protection', { kind: 'status', status: 403, html: '<title>Just a moment</title>' }],
    ['a page instead of data', { kind: 'status', status: 200, html: '<title>Log in</title>' }],
  ])('is refused by %s, whatever is read', async (_, fault) => {
    site.sandbox.faults.add(fault);
    const api = browserOf(sessions.small);
    const answers = [
      await api.siteUser(),
      await api.list({ limit: 1 }),
      await api.check([version(1)]),
      await api.vault(),
    ];
    expect(answers.map(answer => failureOf(answer).problem.kind)).toEqual(Array(4).fill('login-refused'));
  });
});
