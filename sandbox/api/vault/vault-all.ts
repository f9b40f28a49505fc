import type { ApiAnswer, ApiContext } from '@/sandbox/api/handler.ts';
import { itemView } from './item-view.ts';
import { readDocumentedFilter } from './vault-all-documented.ts';
import { readRealFilter } from './vault-all-real.ts';
import { filterRows } from './vault-filter.ts';
import { isFreeTier } from './vault-service.ts';

/** `GET /api/v1/vault/all`: one page of the caller's items, read from the replica; membership is not asked for (site-facts.md F.2). */
export function vaultAll({ world, request, credentials }: ApiContext): ApiAnswer {
  const account = credentials?.account;
  const isDocumented = world.settings.flavour === 'documented';
  if (!account || (isDocumented && isFreeTier(account))) return { status: 200, json: { vault: null } };
  const filter = isDocumented ? readDocumentedFilter(request.query) : readRealFilter(request.query);
  if ('failure' in filter) return filter.failure;
  const rows = filterRows(world.vault.replicaItems(account.id), filter);
  const skip = Math.max(0, Math.floor((filter.page - 1) * filter.limit));
  return {
    status: 200,
    json: {
      items: rows.slice(skip, skip + filter.limit).map(row => itemView(world, row)),
      totalItems: rows.length,
      currentPage: filter.page,
      pageSize: filter.limit,
      totalPages: Math.max(1, Math.ceil(rows.length / filter.limit)),
    },
  };
}
