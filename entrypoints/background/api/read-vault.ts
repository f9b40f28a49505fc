import type * as z from 'zod/mini';
import type { checkAnswer, pageAnswer } from '@/entrypoints/background/api/schemas/vault-schemas';
import { isVersionId, type VersionId } from '@/utils/civitai/ids';
import type { VaultItem } from '@/utils/vault/vault-item';
import { type ApiResult, notSent } from './result';
import { IDS_AT_ONCE, MOST_LISTED, type VaultPage } from './vault-api';

const EMPTY_PAGE: VaultPage = { items: [], totalItems: 0, currentPage: 1, pageSize: 0, totalPages: 1 };

type CheckEntry = { modelVersionId: number; vaultItem?: VaultItem | null | undefined };

/** What `vault/all` says, for an account without a vault as well. */
export function readPage(answer: ApiResult<z.output<typeof pageAnswer>>): ApiResult<VaultPage> {
  if (!answer.ok) return answer;
  if (answer.value === 'no-vault') return { ok: true, value: EMPTY_PAGE };
  if (answer.value.items.length <= MOST_LISTED) return { ok: true, value: answer.value };
  return { ok: false, problem: { kind: 'oversized' }, sent: 'answered' };
}

/**
 * What `check-vault` says of the versions, asked with their numbers in one text. One impossible id would fail the whole request, and an
 * empty list would ask about an id 0 (site-facts.md F.3). Where there is no vault, no version is in it.
 */
export async function checkVersions(
  ids: readonly VersionId[],
  ask: (ids: string) => Promise<ApiResult<z.output<typeof checkAnswer>>>,
): Promise<ApiResult<Map<VersionId, VaultItem | null>>> {
  const asked = new Set(ids.filter(isVersionId));
  if (asked.size > IDS_AT_ONCE) return notSent({ kind: 'unexpected' });
  if (asked.size === 0) return { ok: true, value: new Map() };
  const answer = await ask([...asked].join(','));
  if (!answer.ok) return answer;
  const entries =
    answer.value === 'no-vault' ? [...asked].map(id => ({ modelVersionId: id, vaultItem: null })) : answer.value;
  return { ok: true, value: readAnswers(asked, entries) };
}

/** Only what was asked and answered: an entry about another id, or holding another version's item, says nothing. */
function readAnswers(asked: Set<VersionId>, answers: readonly CheckEntry[]): Map<VersionId, VaultItem | null> {
  const found = new Map<VersionId, VaultItem | null>();
  for (const { modelVersionId: id, vaultItem } of answers) {
    if (!isVersionId(id) || !asked.has(id) || vaultItem === undefined) continue;
    if (vaultItem && vaultItem.modelVersionId !== id) continue;
    // Of two entries for one id, the one that knows a row is right: a row is never invented.
    if (vaultItem || !found.has(id)) found.set(id, vaultItem);
  }
  return found;
}
