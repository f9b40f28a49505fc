import { parse } from 'devalue';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { keys, sessions } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { type Asked, ask, member, ordinary } from '@/tests/sandbox/ask.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ settings: { toggleGapMs: 0 } });
});
afterEach(() => {
  sandbox.settings.trpcEncoding = 'superjson';
});
afterAll(() => sandbox.close());

const fromSite = { origin: 'https://civitai.com' };
const input = (modelVersionId: number) => encodeURIComponent(JSON.stringify({ json: { modelVersionId } }));
const isIn = (versionId: number, asked: Asked) =>
  ask(sandbox, `/api/trpc/vault.isModelVersionInVault?input=${input(versionId)}`, { headers: fromSite, ...asked });
const mutate = (procedure: string, json: object, asked: Asked) =>
  ask(sandbox, `/api/trpc/${procedure}`, {
    method: 'POST',
    body: JSON.stringify({ json }),
    ...asked,
    headers: { ...fromSite, 'content-type': 'application/json', ...asked.headers },
  });
const flip = (modelVersionId: number, asked: Asked) => mutate('vault.toggleModelVersion', { modelVersionId }, asked);

describe('the site’s own vault calls (site-facts.md F.12, B.3)', () => {
  it('looks up and flips blindly, by cookie', async () => {
    const version = ordinary(sandbox, 0);
    const { id, session } = member(sandbox);
    expect((await isIn(version, { session })).json).toEqual({ result: { data: { json: false } } });
    expect((await flip(version, { session })).status).toBe(200);
    expect((await isIn(version, { session })).json.result.data.json).toBe(true);
    expect((await flip(version, { session })).status).toBe(200);
    expect(sandbox.vault.items(id)).toEqual([]);
    expect(sandbox.requests.of('trpc/vault').map(({ toggled }) => toggled)).toEqual([
      undefined,
      'add',
      undefined,
      'remove',
    ]);
  });

  it('answers in devalue where it is told to', async () => {
    sandbox.settings.trpcEncoding = 'devalue';
    const { json } = await isIn(2514310, { session: sessions.small });
    expect(typeof json.result.data).toBe('string');
    expect(parse(json.result.data)).toBe(true);
  });

  it('has real messages', async () => {
    const { status, json } = await flip(landmarks.huge.hugeVersionId, { session: sessions.small });
    expect(status).toBe(400);
    expect(json.error.json).toEqual({
      message: expect.stringMatching(/limit exceeded/),
      code: -32600,
      data: { code: 'BAD_REQUEST', httpStatus: 400, path: 'vault.toggleModelVersion' },
    });
  });

  it.each([
    ['no origin', {}],
    ['another origin', { headers: { origin: 'https://example.org' } }],
    ['a name that only looks right', { headers: { origin: 'https://civitai.com.example.org' } }],
  ])('refuses a cookie with %s', async (_what, asked) => {
    const { status, json } = await isIn(2514310, { headers: {}, session: sessions.small, ...asked });
    expect([status, json.error.json.message]).toEqual([403, 'Please use the public API instead']);
  });

  it('takes a cookie with a referer of the site, and a key with none', async () => {
    const referer = { referer: 'https://civitai.red/models/827184' };
    expect((await isIn(2514310, { headers: referer, host: 'civitai.red', session: sessions.small })).status).toBe(200);
    expect((await isIn(2514310, { headers: {}, key: keys.small })).status).toBe(200);
  });

  it('refuses strangers, and enforces scopes', async () => {
    expect((await isIn(2514310, {})).status).toBe(401);
    expect((await isIn(2514310, { key: keys.smallReadOnly })).status).toBe(200);
    const { status, json } = await flip(2402203, { key: keys.smallReadOnly });
    expect([status, json.error.json.data.code]).toEqual([403, 'FORBIDDEN']);
  });

  it('removes for good what REST cannot, and any number of times', async () => {
    const stuck = landmarks.hardDeleted.versionIds[0];
    expect(sandbox.vault.items(12345, stuck)).toHaveLength(1);
    const remove = () =>
      mutate('vault.removeItemsFromVault', { modelVersionIds: [stuck] }, { session: sessions.small });
    expect([(await remove()).status, (await remove()).status]).toEqual([200, 200]);
    expect(sandbox.vault.items(12345, stuck)).toEqual([]);
  });

  it.each([
    ['no input', ''],
    ['no JSON', '{'],
    ['another shape', '{"json":{"id":1}}'],
  ])('%s is a 400', async (_what, body) => {
    expect((await mutate('vault.toggleModelVersion', {}, { session: sessions.small, body })).status).toBe(400);
  });

  it('knows no other procedures', async () => {
    const { status } = await mutate('vault.explode', { modelVersionId: 1 }, { session: sessions.small });
    expect(status).toBe(404);
  });
});
