import { once } from 'node:events';
import { type ClientHttp2Session, connect } from 'node:http2';
import { Agent, request } from 'node:https';
import { connect as connectTls } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { DropBy } from '@/sandbox/http/faults.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { ask, member, ordinary } from '@/tests/sandbox/ask.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ settings: { toggleGapMs: 0 } });
});
afterEach(() => {
  sandbox.faults.clear();
  Object.assign(sandbox.settings, { http2: true, keepAlive: true });
});
afterAll(() => sandbox.close());

function open(): ClientHttp2Session {
  const session = connect(`https://127.0.0.1:${sandbox.port}`, { rejectUnauthorized: false });
  session.on('error', () => {});
  return session;
}

/** One request of that session: its status, or how the stream ended without one. */
async function send(session: ClientHttp2Session, path: string, key: string, method = 'POST'): Promise<number | string> {
  const headers = { ':method': method, ':path': path, ':authority': 'civitai.com', authorization: `Bearer ${key}` };
  const stream = session.request(headers);
  let [status, code] = [0, ''];
  stream.on('response', head => {
    status = Number(head[':status']);
  });
  stream.on('error', (error: NodeJS.ErrnoException) => {
    code = error.message.match(/NGHTTP2_\w+/)?.[0] ?? error.code ?? '';
  });
  stream.resume().end();
  await once(stream, 'close').catch(() => undefined);
  if (code) return code;
  return status || `nothing, ${stream.rstCode}`;
}

describe('HTTP/2', () => {
  it('is what a client gets that can, with the same answers', async () => {
    const session = open();
    expect(await send(session, '/api/v1/vault/get', keys.small, 'GET')).toBe(200);
    expect(session.alpnProtocol).toBe('h2');
    const [entry] = sandbox.requests.all().slice(-1);
    expect(entry).toMatchObject({ host: 'civitai.com', protocol: '2.0', account: 'small', isStreamed: false });
    session.close();
  });

  it('answers a streamed POST to a read with 405, without a key', async () => {
    const session = open();
    expect(await send(session, '/api/v1/vault/get', '')).toBe(405);
    expect(sandbox.requests.all().at(-1)).toMatchObject({ method: 'POST', isStreamed: true });
    session.close();
  });

  it.each<[DropBy, boolean, RegExp]>([
    ['socket', true, /nothing|CANCEL|ECONNRESET|REFUSED/],
    ['session', true, /nothing|CANCEL|REFUSED/],
    ['goaway', true, /nothing|REFUSED|CANCEL/],
    ['refused', false, /REFUSED_STREAM/],
    ['stream', false, /INTERNAL_ERROR/],
  ])('drops by %s, before the commit and after it', async (by, isSessionOver, ends) => {
    for (const when of ['before-commit', 'after-commit'] as const) {
      const session = open();
      const { id, key } = member(sandbox);
      const version = ordinary(sandbox, 3);
      sandbox.faults.add({ endpoint: 'vault/toggle-version', kind: 'drop', when, by, times: 1 });
      expect(await send(session, '/api/v1/me', key, 'GET')).toBe(200);
      const ended = await send(session, `/api/v1/vault/toggle-version?modelVersionId=${version}`, key);
      expect(String(ended)).toMatch(ends);
      expect(sandbox.vault.items(id)).toHaveLength(when === 'after-commit' ? 1 : 0);
      if (!isSessionOver) expect(await send(session, '/api/v1/me', key, 'GET')).toBe(200);
      else await expect.poll(() => session.closed || session.destroyed).toBe(true);
      session.destroy();
    }
  });

  it('breaks off an answer in the middle, and only that stream', async () => {
    const session = open();
    const { id, key } = member(sandbox);
    sandbox.faults.add({ endpoint: 'vault/toggle-version', kind: 'cut', times: 1 });
    const path = `/api/v1/vault/toggle-version?modelVersionId=${ordinary(sandbox, 4)}`;
    expect(await send(session, path, key)).toMatch(/INTERNAL_ERROR/);
    expect(sandbox.vault.items(id)).toHaveLength(1);
    expect(await send(session, '/api/v1/me', key, 'GET')).toBe(200);
    session.close();
  });

  it('closes the session after each answer of the API where connections are not kept', async () => {
    sandbox.settings.keepAlive = false;
    const session = open();
    expect(await send(session, '/api/v1/me', keys.small, 'GET')).toBe(200);
    await expect.poll(() => session.closed).toBe(true);
  });
});

describe('HTTP/1.1', () => {
  const protocolOf = async () => {
    const offers = { ALPNProtocols: ['h2', 'http/1.1'], rejectUnauthorized: false };
    const socket = connectTls(sandbox.port, '127.0.0.1', offers);
    await once(socket, 'secureConnect');
    socket.destroy();
    return socket.alpnProtocol;
  };

  it('is all there is with `http2` off, from the next connection on', async () => {
    expect(await protocolOf()).toBe('h2');
    sandbox.settings.http2 = false;
    expect(await protocolOf()).toBe('http/1.1');
    expect((await ask(sandbox, '/api/v1/me', { key: keys.small })).status).toBe(200);
    expect(sandbox.requests.all().at(-1)).toMatchObject({ protocol: '1.1' });
  });

  it('turns an open session away when it is disconnected', async () => {
    const session = open();
    expect(await send(session, '/api/v1/me', keys.small, 'GET')).toBe(200);
    sandbox.disconnect();
    await expect.poll(() => session.destroyed).toBe(true);
  });

  it.each([true, false])('keeps API connections: %s', async keepAlive => {
    sandbox.settings.keepAlive = keepAlive;
    const agent = new Agent({ keepAlive: true, maxSockets: 1, rejectUnauthorized: false });
    const reused = async () => {
      const sent = request({
        agent,
        host: '127.0.0.1',
        port: sandbox.port,
        path: '/api/v1/me',
        headers: { host: 'civitai.com' },
      });
      const [response] = await once(sent.end(), 'response');
      await once(response.resume(), 'end');
      return sent.reusedSocket;
    };
    expect([await reused(), await reused()]).toEqual([false, keepAlive]);
    agent.destroy();
  });
});
