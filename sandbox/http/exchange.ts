import { accountOfCookie, identify } from '@/sandbox/accounts/credentials.ts';
import { answer } from '@/sandbox/api/answer.ts';
import type { ApiAnswer, ApiContext } from '@/sandbox/api/handler.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { serveWithFault, wait } from './fault-effects.ts';
import type { Fault } from './faults.ts';
import type { Incoming } from './incoming.ts';
import type { LoggedRequest } from './request-log.ts';
import type { Site } from './site-contract.ts';
import type { Wire, WireAnswer } from './wire.ts';

function toWire({ status, headers = {}, json, text }: ApiAnswer): WireAnswer {
  if (json !== undefined) {
    return {
      status,
      headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(json),
    };
  }
  return { status, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' }, body: text ?? '' };
}

function logEntry(sandbox: Sandbox, { request, search, target, protocol }: Incoming): LoggedRequest {
  return {
    at: sandbox.clock.now(),
    endpoint: target?.route.endpoint ?? 'site',
    method: request.method,
    host: request.host,
    path: request.path,
    search,
    versionIds: target?.route.namedVersions(request, target.pathId) ?? [],
    account: undefined,
    authorization: request.headers.authorization,
    cookie: request.headers.cookie !== undefined,
    origin: request.headers.origin,
    protocol,
    isStreamed: request.method === 'POST' && request.headers['content-length'] === undefined,
    status: 0,
  };
}

function createContext(
  sandbox: Sandbox,
  incoming: Incoming,
  entry: LoggedRequest,
  fault: Fault | undefined,
): ApiContext {
  const { request, target } = incoming;
  return {
    world: sandbox,
    request,
    pathId: target?.pathId ?? '',
    credentials: identify(sandbox, request),
    beforeWrite: () => {
      const extra = fault?.kind === 'delay' && fault.when === 'between' ? fault.ms : 0;
      return wait(sandbox.settings.toggleGapMs + extra);
    },
    committed: what => {
      entry.toggled = what;
    },
  };
}

async function siteAnswer(sandbox: Sandbox, site: Site, { request, search }: Incoming): Promise<WireAnswer> {
  const { host, path, cookies } = request;
  if (sandbox.settings.regionBlocked && path.startsWith('/api/')) {
    return toWire({ status: 451, json: { error: 'Civitai is not available in your region', code: 'REGION_BLOCKED' } });
  }
  return site({ host, path, search, cookies, account: accountOfCookie(sandbox, host, cookies) });
}

/** Handles one request: logs it, finds the fault it meets, and answers it by the API half or the site half. */
export async function exchange(sandbox: Sandbox, site: Site, incoming: Incoming, wire: Wire): Promise<void> {
  const { request, target } = incoming;
  const entry = logEntry(sandbox, incoming);
  sandbox.requests.push(entry);
  const who = target ? identify(sandbox, request)?.account : accountOfCookie(sandbox, request.host, request.cookies);
  entry.account = who?.username;
  const fault = sandbox.faults.take({
    endpoint: entry.endpoint,
    method: request.method,
    versionIds: entry.versionIds,
    modelIds: target?.route.namedModels?.(request, target.pathId) ?? [],
    account: entry.account,
  });
  if (fault) entry.fault = fault.kind;
  const context = createContext(sandbox, incoming, entry, fault);
  entry.status = await serveWithFault(wire, fault, async () =>
    target ? toWire(await answer(target.route, context)) : siteAnswer(sandbox, site, incoming),
  );
}
