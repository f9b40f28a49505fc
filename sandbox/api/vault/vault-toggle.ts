import { SCOPES } from '@/sandbox/accounts/accounts.ts';
import { errorText, outOfRange, refused } from '@/sandbox/api/failures.ts';
import { type ApiAnswer, type ApiContext, queryValue } from '@/sandbox/api/handler.ts';
import { isFreeTier, MAX_INT, toggle } from './vault-service.ts';

/** The id as the site reads it: any one number, and nothing at all is 0; `undefined` is a 400 (site-facts.md F.4). */
function readReal(query: URLSearchParams): number | undefined {
  const value = queryValue(query, 'modelVersionId');
  const id = typeof value === 'string' ? Number(value) : Number.NaN;
  return Number.isFinite(id) ? id : undefined;
}

/** The id as documented: a positive integer. */
function readDocumented(query: URLSearchParams): number | undefined {
  const value = queryValue(query, 'modelVersionId');
  return typeof value === 'string' && /^[1-9]\d*$/.test(value) ? Number(value) : undefined;
}

/** `POST /api/v1/vault/toggle-version`: adds a version that is absent, removes one that is there. The body is not looked at (F.4). */
export async function vaultToggle({
  world,
  request,
  credentials,
  beforeWrite,
  committed,
}: ApiContext): Promise<ApiAnswer> {
  const { flavour } = world.settings;
  const isDocumented = flavour === 'documented';
  if (!credentials || (isDocumented && isFreeTier(credentials.account))) return { status: 200, json: { vault: null } };
  // The general documentation promises this check; the real route does not make it (F.0).
  if (isDocumented && !(credentials.scope & SCOPES.vaultWrite)) return errorText(403, 'insufficient_scope');
  const id = isDocumented ? readDocumented(request.query) : readReal(request.query);
  if (id === undefined) return errorText(400, 'Could not parse provided model version');
  if (!isDocumented && Math.abs(id) > MAX_INT) return outOfRange('ModelVersion');
  const outcome = await toggle(world, credentials.account, id, beforeWrite);
  if (!outcome.ok) return refused(outcome.refusal, flavour);
  committed(outcome.value.toggled);
  if (outcome.value.toggled === 'remove') return { status: 200, json: { success: true } };
  // Documented as the vault's id, but really the new row's (F.4).
  const vaultId = isDocumented ? credentials.account.id : outcome.value.itemId;
  return { status: 200, json: { success: true, vaultId } };
}
