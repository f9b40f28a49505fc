import { createSecureServer, type Http2SecureServer } from 'node:http2';
import { selfSigned } from '@/sandbox/http/certificate.ts';
import { exchange } from '@/sandbox/http/exchange.ts';
import { createFaults } from '@/sandbox/http/faults.ts';
import { readIncoming } from '@/sandbox/http/incoming.ts';
import { createRequestLog } from '@/sandbox/http/request-log.ts';
import type { Site } from '@/sandbox/http/site-contract.ts';
import { createWire, type Message, type RawSockets, type Reply, trackSockets } from '@/sandbox/http/wire.ts';
import { createLifeCycle } from '@/sandbox/vault/life-cycle.ts';
import { createWorld, type WorldOptions } from './create-world.ts';
import type { Sandbox } from './sandbox.ts';
import type { Settings } from './settings.ts';

type SandboxOptions = WorldOptions & {
  /** On 127.0.0.1; any free one when left out. */
  port?: number;
};

function listen(server: Http2SecureServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** Longer than any test rests: as on the site, an idle connection stays. */
const KEEP_ALIVE_MS = 120_000;

/** Speaks HTTP/2 and HTTP/1.1, whichever the client asks for and `settings` allow. */
async function createServer(settings: Settings): Promise<Http2SecureServer> {
  const pick = ({ protocols }: { protocols: string[] }) =>
    ['h2', 'http/1.1'].find(each => protocols.includes(each) && (settings.http2 || each !== 'h2'));
  // The option is HTTP/1.1's, and only known to Node's other server by its type.
  const http1 = { keepAliveTimeout: KEEP_ALIVE_MS };
  return createSecureServer({ ...(await selfSigned()), ...http1, allowHTTP1: true, ALPNCallback: pick });
}

function close(server: Http2SecureServer, disconnect: () => void): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    disconnect();
  });
}

/** The site half, loaded with the first page: tests of the API alone never wait for React. */
function createLazySite(sandbox: Sandbox): Site {
  let site: Promise<Site> | undefined;
  return async request => {
    site ??= import('@/sandbox/site/site.ts').then(({ createSite }) => createSite(sandbox));
    return (await site)(request);
  };
}

/**
 * Starts a local Civitai: one HTTPS server for all of its hosts, with a self-signed certificate.
 * `/api/*` is the API half, everything else the site half. Rejects if the port is taken.
 */
export async function startSandbox({ port = 0, ...options }: SandboxOptions = {}): Promise<Sandbox> {
  const world = createWorld(options);
  const lifeCycle = createLifeCycle(world);
  world.clock.onAdvance(lifeCycle.catchUp);
  const server = await createServer(world.settings);
  const sockets = trackSockets(server);
  const disconnect = () => {
    for (const socket of sockets.values()) socket.destroy();
  };
  const sandbox: Sandbox = {
    ...world,
    port: await listen(server, port),
    faults: createFaults(),
    requests: createRequestLog(),
    runJobs: lifeCycle.run,
    disconnect,
    close: () => close(server, disconnect),
  };
  const site = createLazySite(sandbox);
  server.on('request', (request, response) => serve(sandbox, site, { request, response, sockets }));
  return sandbox;
}

/** True once a request can't be read to its end. With HTTP/2 the message outlives its stream, and then counts as complete. */
function hasGone(request: Message): boolean {
  const isOver = request.destroyed || ('stream' in request && request.stream.destroyed);
  return isOver && !request.readableEnded;
}

async function serve(
  sandbox: Sandbox,
  site: Site,
  ends: { request: Message; response: Reply; sockets: RawSockets },
): Promise<void> {
  const { request } = ends;
  try {
    const incoming = await readIncoming(request);
    const keepAlive = sandbox.settings.keepAlive || incoming.target === undefined;
    await exchange(sandbox, site, incoming, createWire(ends, keepAlive));
  } catch (error) {
    // The client has gone while its body was read: it hears nothing more.
    if (hasGone(request)) return;
    // A mistake of the sandbox itself must be seen, not taken for a simulated fault.
    console.error('The sandbox failed:', request.method, request.url, error);
    createWire(ends, true).send({ status: 500, headers: { 'content-type': 'text/plain' }, body: 'The sandbox failed' });
  }
}
