import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { ask, ordinary } from '@/tests/sandbox/ask.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ settings: { toggleGapMs: 0 } });
});
afterAll(() => sandbox.close());
const asFlavour = (flavour: 'real' | 'documented') => () => {
  sandbox.settings.flavour = flavour;
};
const raw = (query: string, key: string = keys.small) =>
  ask(sandbox, `/api/v1/vault/toggle-version${query}`, { method: 'POST', key });

describe('toggle-version, real: the id (F.4)', () => {
  beforeAll(asFlavour('real'));

  it.each([
    ['missing', ''],
    ['abc', '?modelVersionId=abc'],
    ['two values', '?modelVersionId=1&modelVersionId=2'],
  ])('%s is a 400', async (_what, query) => {
    const { status, json } = await raw(query);
    expect([status, json]).toEqual([400, { error: 'Could not parse provided model version' }]);
  });

  it.each([
    ['empty, which is 0', '?modelVersionId='],
    ['a decimal', '?modelVersionId=1.5'],
    ['negative', '?modelVersionId=-1'],
    ['beyond 32 bits', '?modelVersionId=2147483648'],
  ])('%s is a 500', async (_what, query) => {
    expect((await raw(query)).status).toBe(500);
  });

  it('is not taken from the body', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ modelVersionId: ordinary(sandbox, 1) });
    const options = { method: 'POST', key: keys.small, headers, body };
    expect((await ask(sandbox, '/api/v1/vault/toggle-version', options)).status).toBe(400);
  });
});
