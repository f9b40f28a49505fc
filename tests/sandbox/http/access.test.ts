import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys, sessions } from '@/sandbox/accounts/seed-accounts.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { ask, member } from '@/tests/sandbox/ask.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
const VAULT_PATHS = [
  ['GET', '/api/v1/vault/get'],
  ['GET', '/api/v1/vault/all'],
  ['GET', '/api/v1/vault/check-vault?modelVersionIds=1'],
  ['POST', '/api/v1/vault/toggle-version?modelVersionId=1'],
  ['GET', '/api/v1/me'],
] as const;

describe('routes that need an account (vault-api.md Authentication, site-facts.md F.0)', () => {
  it.each(VAULT_PATHS)('%s %s without credentials is a 401', async (method, path) => {
    const answer = await ask(sandbox, path, { method });
    expect([answer.status, answer.json]).toEqual([401, { error: 'Unauthorized' }]);
  });

  it.each(VAULT_PATHS)('%s %s with a wrong key is a 401', async (method, path) => {
    const answer = await ask(sandbox, path, { method, key: '0'.repeat(32) });
    expect([answer.status, answer.json]).toEqual([401, { error: 'Unauthorized' }]);
  });

  it.each(VAULT_PATHS)('another method than %s for %s is a 405', async (method, path) => {
    const wrong = method === 'GET' ? 'POST' : 'GET';
    const answer = await ask(sandbox, path, { method: wrong, key: keys.small });
    expect([answer.status, answer.json]).toEqual([405, { error: 'Method not allowed' }]);
  });

  it.each(VAULT_PATHS)('OPTIONS instead of %s for %s is an empty 200', async (_method, path) => {
    const answer = await ask(sandbox, path, { method: 'OPTIONS' });
    expect([answer.status, answer.text]).toEqual([200, '']);
  });

  it.each(VAULT_PATHS)('%s %s is a 451 in a blocked region', async (method, path) => {
    sandbox.settings.regionBlocked = true;
    const answer = await ask(sandbox, path, { method, key: keys.small });
    sandbox.settings.regionBlocked = false;
    expect(answer.status).toBe(451);
    expect(answer.json).toEqual({ error: expect.any(String), code: 'REGION_BLOCKED' });
  });

  it('answers with no-cache and its own origin, or the request’s if that is one of the site’s', async () => {
    const other = await ask(sandbox, '/api/v1/me', { key: keys.small, headers: { origin: 'https://example.org' } });
    expect(other.headers['access-control-allow-origin']).toBe('https://civitai.com');
    expect(other.headers['access-control-allow-credentials']).toBe('true');
    expect(other.headers['access-control-allow-headers']).toBe('*');
    expect(other.headers['cache-control']).toBe('max-age=0, private, no-cache');
    const red = await ask(sandbox, '/api/v1/me', { key: keys.small, headers: { origin: 'https://civitai.red' } });
    expect(red.headers['access-control-allow-origin']).toBe('https://civitai.red');
  });
});

describe('whose credentials count (F.0)', () => {
  const who = async (asked: Parameters<typeof ask>[2], query = '') => {
    const answer = await ask(sandbox, `/api/v1/me${query}`, asked);
    return answer.json?.username ?? answer.status;
  };

  it.each([
    ['a key', { key: keys.small }, '', 'small'],
    ['a key under any scheme', { headers: { authorization: `Whatever ${keys.small}` } }, '', 'small'],
    ['?token=', {}, `?token=${keys.second}`, 'second'],
    ['the key before ?token=', { key: keys.small }, `?token=${keys.second}`, 'small'],
    ['the key before the cookie', { key: keys.small, session: sessions.second }, '', 'small'],
    ['?token= before the cookie', { session: sessions.small }, `?token=${keys.second}`, 'second'],
    ['the cookie alone', { session: sessions.second }, '', 'second'],
    ['a wrong key, cookies not tried', { key: 'wrong', session: sessions.second }, '', 401],
    ['a wrong ?token=, cookies not tried', { session: sessions.second }, '?token=wrong', 401],
    [
      'a header without a space, so the cookie',
      { session: sessions.second, headers: { authorization: keys.small } },
      '',
      'second',
    ],
    [
      'a header without a space, ?token= not looked at',
      { headers: { authorization: keys.small } },
      `?token=${keys.second}`,
      401,
    ],
    ['a cookie nobody has', { session: 'nobody' }, '', 401],
  ])('%s', async (_what, asked, query, expected) => {
    expect(await who(asked, query)).toBe(expected);
  });

  it('keeps the logins of .com and .red apart', async () => {
    const com = member(sandbox, { loggedInOn: ['com'] });
    expect(await who({ session: com.session, host: 'civitai.com' })).toBe(com.username);
    expect(await who({ session: com.session, host: 'civitai.red' })).toBe(401);
    expect(await who({ key: com.key, host: 'civitai.red' })).toBe(com.username);
  });

  it('refuses the key of a banned account', async () => {
    expect(await who({ key: member(sandbox, { status: 'banned' }).key })).toBe(401);
  });

  it('refuses a revoked key', async () => {
    const { key, username } = member(sandbox);
    expect(await who({ key })).toBe(username);
    sandbox.accounts.get(username).keys.delete(key);
    expect(await who({ key })).toBe(401);
  });

  it('lets a read-only key change the vault, as the real routes do', async () => {
    const path = '/api/v1/vault/toggle-version?modelVersionId=2402203';
    const add = await ask(sandbox, path, { method: 'POST', key: keys.smallReadOnly });
    const remove = await ask(sandbox, path, { method: 'POST', key: keys.smallReadOnly });
    expect([add.status, remove.status]).toEqual([200, 200]);
  });
});
