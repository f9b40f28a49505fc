import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { FaultKind } from '@/sandbox/http/faults.ts';
import { failureOf, type SandboxApi, startSandboxApi, version } from './sandbox-api.ts';

let server: SandboxApi;
let key = '';
let userId = 0;
beforeAll(async () => {
  server = await startSandboxApi();
  const created = server.sandbox.accounts.create();
  key = created.key;
  userId = created.account.id;
});
afterAll(() => server.sandbox.close());
afterEach(() => server.sandbox.faults.clear());

const [WAI] = landmarks.wai.versionIds;

describe('a toggle whose answer is lost', () => {
  it.each<[string, FaultKind, number]>([
    ['dropped before', { kind: 'drop', when: 'before-commit' }, 0],
    ['dropped after', { kind: 'drop', when: 'after-commit' }, 1],
    ['cut', { kind: 'cut' }, 1],
    ['500 before', { kind: 'status', status: 500 }, 0],
    ['500 after', { kind: 'status', status: 500, when: 'after-commit' }, 1],
    ['hangs after', { kind: 'hang', when: 'after-commit' }, 1],
  ])('is never sent again by itself: %s', async (_, fault, rows) => {
    const { sandbox } = server;
    sandbox.vault.remove(userId, WAI);
    sandbox.requests.clear();
    sandbox.faults.add({ endpoint: 'vault/toggle-version', versionId: WAI, ...fault });
    failureOf(await server.as(key, { timeoutMs: 1_000 }).toggle(version(WAI)));
    expect(sandbox.requests.of('vault/toggle-version')).toHaveLength(1);
    expect(sandbox.vault.items(userId, WAI)).toHaveLength(rows);
  });
});

it('a server that is not there is a problem, not an exception', async () => {
  const gone = await startSandboxApi();
  await gone.sandbox.close();
  expect(failureOf(await gone.as(key).vault())).toMatchObject({ problem: { kind: 'site-error' }, sent: 'maybe' });
  const offline = gone.as(key, { isOnline: () => false });
  expect(failureOf(await offline.vault())).toMatchObject({ problem: { kind: 'offline' }, sent: 'maybe' });
});
