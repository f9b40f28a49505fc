import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { failureOf, type SandboxApi, startSandboxApi, successOf, version } from '@/tests/contract/sandbox-api.ts';

let server: SandboxApi;
beforeAll(async () => {
  server = await startSandboxApi();
});
afterAll(() => server.sandbox.close());

describe.each(['real', 'documented'] as const)('the vault, %s', flavour => {
  const isReal = flavour === 'real';
  beforeEach(() => {
    server.sandbox.settings.flavour = flavour;
    server.sandbox.requests.clear();
  });

  describe('me', () => {
    it('names the account, its tier and what the key may do', async () => {
      expect(successOf(await server.as(keys.smallReadOnly).me())).toMatchObject({
        id: server.sandbox.accounts.get('small').id,
        username: 'small',
        tier: 'bronze',
        isMember: true,
        tokenScope: 8_388_609,
      });
    });

    it('names no tier for a free account, or `free`', async () => {
      expect(successOf(await server.as(keys.never).me()).tier).toBe(isReal ? undefined : 'free');
    });

    it('refuses a key limited to the vault, which works all the same', async () => {
      const api = server.as(keys.smallVaultOnly);
      expect(failureOf(await api.me()).problem).toEqual({ kind: 'blocked' });
      expect(successOf(await api.check([version(1)])).get(version(1))).toBeNull();
    });
  });

  it('an unknown key is refused everywhere', async () => {
    const api = server.as('f'.repeat(32));
    const answers = [await api.vault(), await api.list({}), await api.check([version(1)]), await api.me()];
    for (const answer of [...answers, await api.toggle(version(1))]) {
      expect(failureOf(answer)).toMatchObject({ problem: { kind: 'key-refused' }, sent: 'answered', status: 401 });
    }
  });

  it('a banned account is refused like a revoked key', async () => {
    const { key } = server.sandbox.accounts.create({ status: 'banned' });
    expect(failureOf(await server.as(key).vault()).problem).toEqual({ kind: 'key-refused' });
  });
});
