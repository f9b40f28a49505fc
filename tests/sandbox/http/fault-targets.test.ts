import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '@/sandbox/http/faults.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { ask, keptIds, member, ordinary, toggle } from '@/tests/sandbox/ask.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ settings: { toggleGapMs: 0 } });
});
afterEach(() => sandbox.faults.clear());
afterAll(() => sandbox.close());
let next = 0;
/** A version of its own for each case, as tests in one browser do it. */
function fresh(): { version: number; id: number; key: string; username: string } {
  next += 1;
  return { version: ordinary(sandbox, next), ...member(sandbox) };
}

describe('whom a fault meets', () => {
  const broken = { kind: 'status', status: 500 } as const;

  it('any check that contains the version, and no other', async () => {
    const [mine, other] = [fresh(), fresh()];
    sandbox.faults.add({ endpoint: 'vault/check-vault', versionId: mine.version, ...broken });
    const check = (ids: string) => ask(sandbox, `/api/v1/vault/check-vault?modelVersionIds=${ids}`, { key: mine.key });
    expect((await check(`${other.version},${mine.version}`)).status).toBe(500);
    expect((await check(`${other.version}`)).status).toBe(200);
    expect((await toggle(sandbox, mine.key, mine.version)).status).toBe(200);
  });

  it('one account alone', async () => {
    const [mine, other] = [fresh(), fresh()];
    sandbox.faults.add({ endpoint: 'vault/get', account: mine.username, ...broken });
    expect((await ask(sandbox, '/api/v1/vault/get', { key: mine.key })).status).toBe(500);
    expect((await ask(sandbox, '/api/v1/vault/get', { key: other.key })).status).toBe(200);
  });

  it('one model alone', async () => {
    sandbox.faults.add({ endpoint: 'models/{id}', modelId: 827184, ...broken });
    expect((await ask(sandbox, '/api/v1/models/827184')).status).toBe(500);
    expect((await ask(sandbox, '/api/v1/models/930101')).status).toBe(200);
  });

  it.each([
    ['vault/get', '/api/v1/vault/get'],
    ['vault/all', '/api/v1/vault/all'],
    ['vault/check-vault', '/api/v1/vault/check-vault?modelVersionIds=1'],
    ['me', '/api/v1/me'],
    ['models', '/api/v1/models?limit=1'],
    ['models/{id}', '/api/v1/models/827184'],
    ['model-versions/{id}', '/api/v1/model-versions/2514310'],
    ['model-versions/mini/{id}', '/api/v1/model-versions/mini/2514310'],
    ['auth/session', '/api/auth/session'],
    ['download/vault', '/api/download/vault/1?type=model'],
    ['download/models', '/api/download/models/2514310'],
    ['trpc/vault', '/api/trpc/vault.isModelVersionInVault'],
    ['site', '/nowhere'],
  ] as const)('the endpoint %s', async (endpoint, path) => {
    const { key } = fresh();
    sandbox.faults.add({ endpoint, kind: 'status', status: 418 });
    expect((await ask(sandbox, path, { key })).status).toBe(418);
  });

  it('as often as it was told', async () => {
    const { version, key } = fresh();
    const placed = sandbox.faults.add({ versionId: version, times: 2, ...broken });
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await toggle(sandbox, key, version)).status);
    expect([statuses, placed.hits()]).toEqual([[500, 500, 200], 2]);
  });

  it('nobody once it is cleared', async () => {
    const { version, key } = fresh();
    const fault: Fault = { versionId: version, ...broken };
    sandbox.faults.add(fault);
    sandbox.faults.clear();
    expect((await toggle(sandbox, key, version)).status).toBe(200);
    expect(await keptIds(sandbox, key, [version])).toEqual([version]);
  });
});

it('ends hanging connections when it is closed', async () => {
  const own = await startSandbox();
  own.faults.add({ kind: 'hang' });
  const hanging = ask(own, '/api/v1/models/827184');
  const ended = expect(hanging).rejects.toThrow();
  await expect.poll(() => own.requests.all().length).toBe(1);
  await own.close();
  await ended;
});
