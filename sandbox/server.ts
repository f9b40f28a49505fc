import { createServer, type Server } from 'node:https';
import { selfSigned } from '@/sandbox/http/certificate.ts';
import { exchange } from '@/sandbox/http/exchange.ts';
import { createFaults } from '@/sandbox/http/faults.ts';
import { readIncoming } from '@/sandbox/http/incoming.ts';
import { createRequestLog } from '@/sandbox/http/request-log.ts';
import type { Site } from '@/sandbox/http/site-contract.ts';
import { createWire, trackSockets } from '@/sandbox/http/wire.ts';
import { createLifeCycle } from '@/sandbox/vault/life-cycle.ts';
import { createWorld, type WorldOptions } from './create-world.ts';
import type { Sandbox } from './sandbox.ts';

type SandboxOptions = WorldOptions & {
  /** On 127.0.0.1; any free one when left out. */
  port?: number;
};

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
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
  const server = createServer(await selfSigned());
  const sockets = trackSockets(server);
  const sandbox: Sandbox = {
    ...world,
    port: await listen(server, port),
    faults: createFaults(),
    requests: createRequestLog(),
    runJobs: lifeCycle.run,
    close: () => close(server),
  };
  const site = createLazySite(sandbox);
  server.on('request', async (message, response) => {
    try {
      const incoming = await readIncoming(message);
      const keepAlive = sandbox.settings.keepAlive || incoming.target === undefined;
      await exchange(sandbox, site, incoming, createWire({ request: message, response, sockets }, keepAlive));
    } catch (error) {
      // A mistake of the sandbox itself must be seen, not taken for a simulated fault.
      console.error('The sandbox failed:', message.method, message.url, error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('The sandbox failed');
    }
  });
  return sandbox;
}
