import { describe, expect, it } from 'vitest';
import { compareSiteAccount } from '@/entrypoints/background/account/site-account';
import { createCivitaiApi } from '@/entrypoints/background/api/civitai-api';
import { createFakeFetch, createTransport, json } from '@/tests/unit/background/api/fake-fetch';

function visit(session: object, userId: number | undefined = 12345, status = 200) {
  const fetch = createFakeFetch(() => json(session, status));
  const api = createCivitaiApi(createTransport(fetch));
  const account = {
    connection: async () => ({
      kind: 'signed-in' as const,
      session: 's',
      membership: 'member' as const,
      canWrite: true,
      ...(userId > 0 && { userId }),
    }),
  };
  return { fetch, answer: compareSiteAccount({ account, api }) };
}

describe('who is logged in on the site', () => {
  it.each([
    [{ user: { id: 12345, username: 'small' } }, 12345, { who: 'owner' }],
    [{ user: { id: 20009, username: 'second' } }, 12345, { who: 'other', username: 'second' }],
    [{ user: { id: 20009 } }, 12345, { who: 'other' }],
    [{}, 12345, { who: 'nobody' }],
    [{ user: null }, 12345, { who: 'nobody' }],
    [{ user: { id: 20009 } }, -1, { who: 'unsure' }],
  ])('%o, for the vault of %i', async (session, owner, expected) => {
    expect(await visit(session, owner).answer).toEqual({ ok: true, value: expected });
  });

  it('asks with the site’s cookies and never with the key', async () => {
    const { fetch, answer } = visit({});
    await answer;
    const [sent] = fetch.sent;
    expect(new URL(sent?.url ?? '').pathname).toBe('/api/auth/session');
    expect(sent?.init.credentials).toBe('include');
    expect(JSON.stringify(sent?.init.headers)).not.toContain('Authorization');
  });

  it.each([[{ user: { username: 'x' } }], [[]], ['x']])('takes %o for an answer that can’t be read', async session => {
    expect(await visit(Object(session)).answer).toMatchObject({ ok: false, problem: { kind: 'unreadable' } });
  });
});
