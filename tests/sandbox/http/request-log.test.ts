import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { keys, sessions } from '@/sandbox/accounts/seed-accounts.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { ask, member, ordinary, toggle } from '@/tests/sandbox/ask.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ settings: { toggleGapMs: 0 } });
});
beforeEach(() => sandbox.requests.clear());
afterAll(() => sandbox.close());

it('has everything of a request', async () => {
  const path = '/api/v1/vault/check-vault';
  const headers = { origin: 'https://civitai.com', cookie: 'theme=dark' };
  await ask(sandbox, `${path}?modelVersionIds=7,8`, { key: keys.small, host: 'civitai.red', headers });
  expect(sandbox.requests.all()).toEqual([
    {
      at: expect.any(Number),
      endpoint: 'vault/check-vault',
      method: 'GET',
      host: 'civitai.red',
      path,
      search: '?modelVersionIds=7,8',
      versionIds: [7, 8],
      account: 'small',
      authorization: `Bearer ${keys.small}`,
      cookie: true,
      origin: 'https://civitai.com',
      protocol: '1.1',
      isStreamed: false,
      status: 200,
    },
  ]);
});

it('says what a toggle committed, also where the answer was lost or refused', async () => {
  const version = ordinary(sandbox, 0);
  const { key } = member(sandbox);
  await toggle(sandbox, key, version);
  await toggle(sandbox, key, version);
  sandbox.faults.add({ versionId: version, kind: 'drop', when: 'after-commit', times: 1 });
  await expect(toggle(sandbox, key, version)).rejects.toThrow();
  await toggle(sandbox, key, 1999999999);
  const seen = sandbox.requests
    .of('vault/toggle-version')
    .map(({ status, toggled, fault }) => [status, toggled, fault]);
  expect(seen).toEqual([
    [200, 'add', undefined],
    [200, 'remove', undefined],
    [0, 'add', 'drop'],
    [500, undefined, undefined],
  ]);
});

it('is searched by endpoint and by version', async () => {
  await ask(sandbox, '/api/v1/vault/check-vault?modelVersionIds=7,8', { key: keys.small });
  await ask(sandbox, '/api/v1/me', { key: keys.small });
  expect(sandbox.requests.of('me')).toHaveLength(1);
  expect(sandbox.requests.about(8)).toHaveLength(1);
  expect(sandbox.requests.about(9)).toHaveLength(0);
});

it('names nobody where the credentials were refused, and whoever is logged in on a page', async () => {
  await ask(sandbox, '/api/v1/me', { key: 'wrong', session: sessions.small });
  await ask(sandbox, '/favicon.svg', { session: sessions.second });
  expect(sandbox.requests.all().map(({ account, endpoint }) => [endpoint, account])).toEqual([
    ['me', undefined],
    ['site', 'second'],
  ]);
});
