import { errorText, outOfRange } from '@/sandbox/api/failures.ts';
import { type ApiAnswer, type ApiContext, queryValue } from '@/sandbox/api/handler.ts';
import { itemView } from './item-view.ts';
import { isFreeTier, MAX_INT } from './vault-service.ts';

const UNPARSED = 'Could not parse provided model versions array.';

/** Ids as the site reads them: a comma list, or repeated keys with one id each; `undefined` if any is no finite number. */
function readReal(query: URLSearchParams): number[] | undefined {
  const value = queryValue(query, 'modelVersionIds');
  if (value === undefined) return [];
  const ids = (typeof value === 'string' ? value.split(',') : value).map(part => Number(part.trim()));
  return ids.every(Number.isFinite) ? ids : undefined;
}

/** Ids as documented: required, comma-separated integers. */
function readDocumented(query: URLSearchParams): number[] | undefined {
  const parts = query
    .getAll('modelVersionIds')
    .flatMap(value => value.split(','))
    .map(part => part.trim());
  return parts.length > 0 && parts.every(part => /^-?\d+$/.test(part)) ? parts.map(Number) : undefined;
}

/** True for what a 32-bit integer column can be compared with. */
function isStorable(id: number): boolean {
  return Number.isInteger(id) && Math.abs(id) <= MAX_INT;
}

/** `GET /api/v1/vault/check-vault`: one entry for each requested position, from the replica (site-facts.md F.3). */
export function vaultCheck({ world, request, credentials }: ApiContext): ApiAnswer {
  const account = credentials?.account;
  const isDocumented = world.settings.flavour === 'documented';
  if (!account || (isDocumented && isFreeTier(account))) return { status: 200, json: { vault: null } };
  const ids = isDocumented ? readDocumented(request.query) : readReal(request.query);
  if (!ids) return errorText(400, UNPARSED);
  if (!isDocumented && !ids.every(isStorable)) return outOfRange('VaultItem');
  const kept = new Map(world.vault.replicaItems(account.id).map(row => [row.modelVersionId, row]));
  const json = ids.map(modelVersionId => {
    const row = kept.get(modelVersionId);
    return { modelVersionId, vaultItem: row ? (isDocumented ? itemView(world, row) : row) : null };
  });
  return { status: 200, json };
}
