import type { VersionId } from '@/utils/civitai/ids';
import type { VaultItem } from '@/utils/vault/vault-item';
import type { ApiResult } from './result';

/** As many ids as one request carries: the server sets no limit, the length of a URL does (site-facts.md F.3). */
export const IDS_AT_ONCE = 100;

/** The vault itself. `usedStorageKb` may be larger than `storageKb`; a lapsed member has `storageKb` 0 (site-facts.md F.1). */
export type Vault = { userId: number; storageKb: number; usedStorageKb: number; updatedAt: string };

/** One page of the vault. Items added meanwhile shift pages: de-duplicate by `id` (site-facts.md F.2). */
export type VaultPage = {
  items: VaultItem[];
  totalItems: number;
  currentPage: number;
  pageSize: number;
  totalPages: number;
};

/** The most items that one page of the vault's list gives (site-facts.md F.2). */
export const MOST_LISTED = 200;

/** The order in which `vault/all` begins with what was added last: its default, too (site-facts.md F.2). */
export const NEWEST_FIRST = 'Recently Added';

/** What `vault/all` is asked for: `limit` from 1 to {@link MOST_LISTED}, `page` from 1. */
export type ListParams = { limit?: number; page?: number; sort?: typeof NEWEST_FIRST };

/** Whose key it is (site-facts.md F.10). */
export type Me = {
  id: number;
  username?: string;
  /** Absent for free users. */
  tier?: string;
  status?: string;
  isMember?: boolean;
  /** Permission bits of the key; absent where the API doesn't say. */
  tokenScope?: number;
};

/** What a toggle answers: the resulting state. `itemId` is the vault's id in the documented flavour, so it is only a hint. */
export type ToggleAnswer = { now: 'in'; itemId: number } | { now: 'out' };

/** What the vault engine needs of the network. Nothing is retried, kept or guessed here, and nothing rejects. */
export type VaultApi = {
  /**
   * Which of at most {@link IDS_AT_ONCE} versions are in the vault: `null` = the server says it is not, absent = not known. An account
   * without a vault has none of them. Reads a replica that may lag (site-facts.md F.3).
   */
  check(ids: readonly VersionId[], signal?: AbortSignal): Promise<ApiResult<Map<VersionId, VaultItem | null>>>;
  /**
   * Flips one version. When a reused connection drops, the browser may send it again by itself, unless it `isStreamed` (site-facts.md,
   * "What browsers do to a request"). Then the answer is that of the second flip: act on the answer, never on the request.
   */
  toggle(id: VersionId, signal?: AbortSignal, isStreamed?: boolean): Promise<ApiResult<ToggleAnswer>>;
  /** True if a streamed toggle would arrive now. */
  carriesStreams(): Promise<boolean>;
  /** The vault, from the primary. Creates it for a member; `null` for an account that never had one (site-facts.md F.1). */
  vault(signal?: AbortSignal): Promise<ApiResult<Vault | null>>;
  /** One page of the vault; of an account without one, an empty page. */
  list(params: ListParams, signal?: AbortSignal): Promise<ApiResult<VaultPage>>;
  me(signal?: AbortSignal): Promise<ApiResult<Me>>;
};
