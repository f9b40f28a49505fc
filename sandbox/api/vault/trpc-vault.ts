import { stringify } from 'devalue';
import { SCOPES } from '@/sandbox/accounts/accounts.ts';
import type { ApiAnswer, ApiContext, ApiRequest } from '@/sandbox/api/handler.ts';
import { toggle } from './vault-service.ts';

const OWN_ORIGIN = /^https:\/\/([a-z]+\.)?civitai\.(com|red)(:\d+)?(\/|$)/;
const STATUS = { BAD_REQUEST: 400, UNAUTHORIZED: 401, FORBIDDEN: 403, NOT_FOUND: 404 } as const;
const JSON_RPC = { BAD_REQUEST: -32600, UNAUTHORIZED: -32001, FORBIDDEN: -32003, NOT_FOUND: -32004 } as const;

/** Cookie calls are only taken from the site itself (site-facts.md F.12). */
function isFromSite({ headers }: ApiRequest): boolean {
  return OWN_ORIGIN.test(headers.origin ?? headers.referer ?? '');
}

function failed(path: string, code: keyof typeof STATUS, message: string): ApiAnswer {
  const data = { code, httpStatus: STATUS[code], path };
  return { status: STATUS[code], json: { error: { json: { message, code: JSON_RPC[code], data } } } };
}

function succeeded({ world }: ApiContext, value: unknown): ApiAnswer {
  const data = world.settings.trpcEncoding === 'devalue' ? stringify(value) : { json: value };
  return { status: 200, json: { result: { data } } };
}

/** The ids in `{"json": {"modelVersionId": N}}` or `{"json": {"modelVersionIds": [N]}}`; none if it is anything else. */
export function trpcVersionIds(request: ApiRequest): number[] {
  const text = request.method === 'GET' ? request.query.get('input') : request.body;
  try {
    const { json } = JSON.parse(text ?? '');
    return [json.modelVersionId ?? json.modelVersionIds].flat().filter(Number.isInteger);
  } catch {
    return [];
  }
}

async function toggled(context: ApiContext, id: number): Promise<ApiAnswer> {
  const { world, credentials, pathId } = context;
  if (!credentials) return failed(pathId, 'UNAUTHORIZED', 'Unauthorized');
  const outcome = await toggle(world, credentials.account, id, context.beforeWrite);
  if (!outcome.ok) return failed(pathId, outcome.refusal.code, outcome.refusal.message);
  context.committed(outcome.value.toggled);
  const rows = world.vault.items(credentials.account.id, id);
  return succeeded(context, outcome.value.toggled === 'add' ? rows.at(-1) : null);
}

/** The site's own "Delete": idempotent and without an access check. */
function removed(context: ApiContext, accountId: number, ids: number[]): ApiAnswer {
  for (const id of ids) {
    if (context.world.vault.remove(accountId, id) > 0) context.committed('remove');
  }
  return succeeded(context, null);
}

/**
 * `/api/trpc/vault.*`: what the site's own vault button uses. Scopes count here, and the messages are real (F.12).
 * Only the three procedures that the sandbox's pages need.
 */
export function trpcVault(context: ApiContext): ApiAnswer | Promise<ApiAnswer> {
  const { world, request, credentials, pathId } = context;
  if (!credentials) return failed(pathId, 'UNAUTHORIZED', 'Unauthorized');
  if (credentials.via === 'cookie' && !isFromSite(request)) {
    return failed(pathId, 'FORBIDDEN', 'Please use the public API instead');
  }
  const isRead = pathId === 'vault.isModelVersionInVault';
  const needed = isRead ? SCOPES.vaultRead : SCOPES.vaultWrite;
  if (!(credentials.scope & needed)) return failed(pathId, 'FORBIDDEN', 'Insufficient scope');
  const ids = trpcVersionIds(request);
  const [id] = ids;
  if (id === undefined) return failed(pathId, 'BAD_REQUEST', 'Invalid input');
  if (isRead) return succeeded(context, world.vault.replicaItems(credentials.account.id, id).length > 0);
  if (request.method !== 'POST') return { ...failed(pathId, 'BAD_REQUEST', 'Method not supported'), status: 405 };
  if (pathId === 'vault.toggleModelVersion') return toggled(context, id);
  if (pathId === 'vault.removeItemsFromVault') return removed(context, credentials.account.id, ids);
  return failed(pathId, 'NOT_FOUND', `No procedure found on path "${pathId}"`);
}
