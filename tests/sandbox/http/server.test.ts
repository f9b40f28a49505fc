import { once } from 'node:events';
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { createWorld } from '@/sandbox/create-world.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { ask } from '@/tests/sandbox/ask.ts';

const TOGGLE = '/api/v1/vault/toggle-version?modelVersionId=1';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

function certificateNames(): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: sandbox.port, rejectUnauthorized: false }, () => {
      resolve(socket.getPeerX509Certificate()?.subjectAltName);
      socket.end();
    });
    socket.on('error', reject);
  });
}

describe('the server', () => {
  it('has a certificate for every host', async () => {
    const names = await certificateNames();
    for (const host of ['civitai.com', 'civitai.red', 'image.civitai.com', 'auth.civitai.com', '127.0.0.1']) {
      expect(names).toContain(`:${host}`);
    }
  });

  it('rejects when its port is taken', async () => {
    await expect(startSandbox({ port: sandbox.port })).rejects.toThrow('EADDRINUSE');
  });

  it('serves the same API on both domains', async () => {
    const [com, red] = await Promise.all(
      ['civitai.com', 'civitai.red'].map(host => ask(sandbox, '/api/v1/vault/get', { host, key: keys.small })),
    );
    expect(com?.json).toEqual(red?.json);
  });

  it('survives a request whose body is too large', async () => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue();
    const answer = await ask(sandbox, TOGGLE, { method: 'POST', key: keys.small, body: 'x'.repeat(2_000_000) });
    expect([answer.status, complaints.mock.calls.length]).toEqual([500, 1]);
    complaints.mockRestore();
    expect((await ask(sandbox, '/api/v1/me', { key: keys.small })).status).toBe(200);
  });

  it.each(['client', 'server'] as const)('says nothing of a body that its %s’s end of HTTP/2 broke off', async by => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue();
    const session = connectHttp2(`https://127.0.0.1:${sandbox.port}`, { rejectUnauthorized: false });
    session.on('error', () => {});
    await once(session, 'connect');
    const stream = session.request({ ':method': 'POST', ':path': TOGGLE, ':authority': 'civitai.com' });
    stream.on('error', () => {}).write('half');
    // The answer shows that the server has the first half.
    await new Promise(resolve => session.ping(resolve));
    if (by === 'client') session.destroy();
    else sandbox.disconnect();
    await expect.poll(() => session.closed || session.destroyed).toBe(true);
    expect((await ask(sandbox, '/api/v1/me', { key: keys.small })).status).toBe(200);
    expect(complaints.mock.calls).toEqual([]);
    complaints.mockRestore();
    session.destroy();
  });

  it('runs beside others without sharing anything with them', async () => {
    const other = await startSandbox({ settings: { flavour: 'documented' } });
    other.vault.remove(12345, 2514310);
    const kept = await ask(sandbox, '/api/v1/vault/check-vault?modelVersionIds=2514310', { key: keys.small });
    await other.close();
    expect(kept.json[0].vaultItem).not.toBeNull();
    expect(sandbox.settings.flavour).toBe('real');
  });
});

describe('the world', () => {
  const START = Date.UTC(2026, 0, 1);
  const contents = (seed: number) => {
    const { catalogue, accounts, vault } = createWorld({ seed, start: START });
    return accounts
      .list()
      .map(({ id, username }) => ({ username, items: vault.items(id), models: catalogue.models.length }));
  };
  /** The clock goes on while a world is made, so that moments may differ by some milliseconds. */
  const withoutMoments = (seed: number) => JSON.stringify(contents(seed)).replace(/"addedAt":"[^"]*"/g, '');

  it('is the same for the same seed', () => {
    expect(withoutMoments(3)).toBe(withoutMoments(3));
    expect(withoutMoments(3)).not.toBe(withoutMoments(4));
  });

  it.each([
    ['empty', 0],
    ['small', 42],
    ['full', 30],
    ['overfull', 5],
    ['huge', 5_000],
    ['lapsed', 12],
    ['never', 0],
    ['comped', 0],
    ['second', 20],
  ] as const)('has the account %s with %d items', (username, count) => {
    const { accounts, vault } = createWorld();
    const { id, keys: own } = accounts.get(username);
    expect(vault.items(id)).toHaveLength(count);
    expect(own.has(keys[username])).toBe(true);
    expect(keys[username]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('has Pending and Failed items in the small vault', () => {
    const statuses = createWorld()
      .vault.items(12345)
      .map(({ status }) => status);
    expect(statuses.filter(status => status === 'Pending')).toHaveLength(5);
    expect(statuses.filter(status => status === 'Failed')).toHaveLength(3);
  });

  it('has a full, an over-full and a huge vault within 32 bits', () => {
    const { accounts, vault } = createWorld();
    const free = (name: string) => {
      const { id } = accounts.get(name);
      return (vault.row(id)?.storageKb ?? 0) - vault.usedKb(id);
    };
    expect(free('full')).toBe(10);
    expect(free('overfull')).toBeLessThan(0);
    expect(vault.usedKb(accounts.get('huge').id)).toBeLessThan(2_147_483_647);
  });
});

it('a clock never goes back', () => {
  expect(() => sandbox.clock.advance(-1)).toThrow('only goes forward');
  expect(() => sandbox.clock.advance(Number.NaN)).toThrow('only goes forward');
});

it('an account’s name is taken once', () => {
  expect(() => sandbox.accounts.create({ username: 'small' })).toThrow('already');
  expect(() => sandbox.accounts.get('nobody')).toThrow('No account');
});
