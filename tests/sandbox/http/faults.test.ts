import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FaultKind } from '@/sandbox/http/faults.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { member, ordinary, toggle } from '@/tests/sandbox/ask.ts';

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
/** How a toggle under a fault ended for the client, and what the vault holds then. */
async function toggleUnder(kind: FaultKind): Promise<{ outcome: string; kept: number; text: string }> {
  const { version, id, key } = fresh();
  sandbox.faults.add({ endpoint: 'vault/toggle-version', versionId: version, ...kind });
  const ended = await toggle(sandbox, key, version, { timeoutMs: 400 }).then(
    ({ status, text }) => ({ outcome: String(status), text }),
    (error: NodeJS.ErrnoException) => ({ outcome: error.code ?? error.message, text: '' }),
  );
  return { ...ended, kept: sandbox.vault.items(id, version).length };
}

describe('each kind of fault, on a toggle', () => {
  it.each<[string, FaultKind, string, number]>([
    ['refused', { kind: 'refuse' }, 'ECONNRESET', 0],
    ['hangs before the commit', { kind: 'hang' }, 'gave up', 0],
    ['hangs after the commit', { kind: 'hang', when: 'after-commit' }, 'gave up', 1],
    ['dropped before the commit', { kind: 'drop', when: 'before-commit' }, 'ECONNRESET', 0],
    ['dropped after the commit', { kind: 'drop', when: 'after-commit' }, 'ECONNRESET', 1],
    ['401', { kind: 'status', status: 401 }, '401', 0],
    ['403 HTML', { kind: 'status', status: 403, html: '<!doctype html><p>Blocked' }, '403', 0],
    ['429', { kind: 'status', status: 429 }, '429', 0],
    ['451', { kind: 'status', status: 451 }, '451', 0],
    ['500 after the commit', { kind: 'status', status: 500, when: 'after-commit' }, '500', 1],
    ['502 HTML', { kind: 'status', status: 502, html: '<html><h1>502 Bad Gateway</h1></html>' }, '502', 0],
    ['truncated', { kind: 'truncated' }, '200', 1],
    ['cut', { kind: 'cut' }, 'ECONNRESET', 1],
    ['malformed', { kind: 'malformed' }, '200', 1],
    ['another shape', { kind: 'other-shape' }, '200', 1],
  ])('%s', async (_what, kind, outcome, kept) => {
    const ended = await toggleUnder(kind);
    expect([ended.outcome, ended.kept]).toEqual([outcome, kept]);
  });

  it.each([
    ['truncated', { kind: 'truncated' }],
    ['malformed', { kind: 'malformed' }],
  ] as const)('%s bodies are no JSON', async (_what, kind) => {
    const { text } = await toggleUnder(kind);
    expect(text.length).toBeGreaterThan(3);
    expect(() => JSON.parse(text)).toThrow();
  });

  it('another shape is JSON, of one’s choice', async () => {
    expect(JSON.parse((await toggleUnder({ kind: 'other-shape' })).text)).toEqual({ unexpected: [1, 'two', null] });
    expect((await toggleUnder({ kind: 'other-shape', json: [] })).text).toBe('[]');
  });

  it.each([
    ['with', '7'],
    ['without', undefined],
  ])('429 %s Retry-After', async (_what, retryAfter) => {
    const { version, key } = fresh();
    sandbox.faults.add({ versionId: version, kind: 'status', status: 429, ...(retryAfter && { retryAfter }) });
    const { status, headers, json } = await toggle(sandbox, key, version);
    expect([status, headers['retry-after']]).toEqual([429, retryAfter]);
    expect(json).toEqual({ error: 'Too many requests' });
  });

  it('a status can have any JSON, and HTML says that it is HTML', async () => {
    const { version, key } = fresh();
    const json = sandbox.faults.add({ versionId: version, kind: 'status', status: 503, json: { a: 1 } });
    expect((await toggle(sandbox, key, version)).json).toEqual({ a: 1 });
    json.remove();
    sandbox.faults.add({ versionId: version, kind: 'status', status: 502, html: '<p>' });
    expect((await toggle(sandbox, key, version)).headers['content-type']).toMatch(/^text\/html/);
  });
});

describe('delays', () => {
  it.each(['before-commit', 'between', 'after-commit'] as const)('%s', async when => {
    const { version, id, key } = fresh();
    sandbox.faults.add({ versionId: version, kind: 'delay', ms: 400, when });
    const start = performance.now();
    const answer = toggle(sandbox, key, version);
    await new Promise(resolve => setTimeout(resolve, 200));
    expect(sandbox.vault.items(id)).toHaveLength(when === 'after-commit' ? 1 : 0);
    expect((await answer).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(390);
    expect(sandbox.vault.items(id)).toHaveLength(1);
  });

  it('commits although the client has gone away', async () => {
    const { version, id, key } = fresh();
    // On a busy machine a request takes a while to arrive.
    sandbox.faults.add({ versionId: version, kind: 'delay', ms: 1_200 });
    await expect(toggle(sandbox, key, version, { timeoutMs: 600 })).rejects.toThrow('gave up');
    expect(sandbox.vault.items(id)).toEqual([]);
    await expect.poll(() => sandbox.vault.items(id).length, { timeout: 3_000 }).toBe(1);
  });

  it('between look and write opens the gap for a second toggle', async () => {
    const { version, id, key } = fresh();
    sandbox.faults.add({ versionId: version, kind: 'delay', ms: 300, when: 'between', times: 1 });
    await Promise.all([toggle(sandbox, key, version), toggle(sandbox, key, version)]);
    expect(sandbox.vault.items(id)).toHaveLength(2);
  });
});
