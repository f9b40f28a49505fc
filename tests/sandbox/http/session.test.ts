import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys, sessions } from '@/sandbox/accounts/seed-accounts.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { ask } from '@/tests/sandbox/ask.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

describe('/me (F.10)', () => {
  it('tells a member everything', async () => {
    const { json } = await ask(sandbox, '/api/v1/me', { key: keys.small });
    expect(json).toEqual({
      id: 12345,
      username: 'small',
      tier: 'bronze',
      status: 'active',
      isMember: true,
      subscriptions: ['yellow'],
      email: 'small@sandbox.invalid',
      emailVerified: expect.any(String),
      tokenScope: 33_554_431,
      buzzLimit: null,
      subject: { type: 'apiKey', id: expect.any(Number) },
    });
  });

  it.each([
    ['never', undefined, false, []],
    ['lapsed', undefined, false, ['yellow']],
    ['comped', 'gold', true, []],
    ['huge', 'gold', true, ['yellow']],
  ] as const)('%s has the tier %s', async (name, tier, isMember, subscriptions) => {
    const { json } = await ask(sandbox, '/api/v1/me', { key: keys[name] });
    expect(json).toMatchObject({ username: name, isMember, subscriptions });
    expect(json.tier).toBe(tier);
    expect('tier' in json).toBe(tier !== undefined);
  });

  it('says nothing of keys to a cookie, but gives the address', async () => {
    const { json } = await ask(sandbox, '/api/v1/me', { session: sessions.small });
    expect(json.email).toBe('small@sandbox.invalid');
    expect(['tokenScope', 'buzzLimit', 'subject'].some(name => name in json)).toBe(false);
  });

  it('shows a read-only key’s scope', async () => {
    const { json } = await ask(sandbox, '/api/v1/me', { key: keys.smallReadOnly });
    expect(json.tokenScope).toBe(1 + 8_388_608);
  });

  it('refuses a key without UserRead, or with the switch off leaves the address out', async () => {
    expect((await ask(sandbox, '/api/v1/me', { key: keys.smallVaultOnly })).status).toBe(403);
    sandbox.settings.meNeedsUserRead = false;
    const { status, json } = await ask(sandbox, '/api/v1/me', { key: keys.smallVaultOnly });
    sandbox.settings.meNeedsUserRead = true;
    expect([status, json.username, json.tokenScope]).toEqual([200, 'small', 25_165_824]);
    expect('email' in json).toBe(false);
  });

  it('names products and the free tier where it is documented so', async () => {
    sandbox.settings.flavour = 'documented';
    const free = await ask(sandbox, '/api/v1/me', { key: keys.never });
    const paid = await ask(sandbox, '/api/v1/me', { key: keys.small });
    sandbox.settings.flavour = 'real';
    expect(free.json).toMatchObject({ tier: 'free', isMember: false });
    expect(paid.json.subscriptions).toEqual(['Bronze Membership']);
  });
});

describe('/api/auth/session (G)', () => {
  it('knows the cookie alone', async () => {
    expect((await ask(sandbox, '/api/auth/session')).json).toEqual({});
    expect((await ask(sandbox, '/api/auth/session', { key: keys.small })).json).toEqual({});
    const { json } = await ask(sandbox, '/api/auth/session', { session: sessions.small });
    expect(json).toMatchObject({ user: { id: 12345, username: 'small', tier: 'bronze' }, expires: expect.any(String) });
  });
});
