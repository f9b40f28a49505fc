import type { VersionId } from '@/utils/civitai/ids';
import type { VaultItem } from '@/utils/vault/vault-item';
import type { ApiResult } from './result';
import type { Vault, VaultPage } from './vault-item';

/** As many ids as one request carries: the server sets no limit, the length of a URL does (site-facts.md F.3). */
export const IDS_AT_ONCE = 100;

export type VaultSort = 'Recently Added' | 'Recently Created' | 'Model Name' | 'Model Size';

/** What `vault/all` can be asked for. */
export type ListParams = {
  /** 1 to 200. */
  limit?: number;
  /** From 1. */
  page?: number;
  /** Part of a model, version or creator name. */
  query?: string;
  types?: readonly string[];
  categories?: readonly string[];
  baseModels?: readonly string[];
  /** ISO dates. The real API answers any date with a 500 (site-facts.md F.2). */
  dateCreatedFrom?: string;
  dateCreatedTo?: string;
  dateAddedFrom?: string;
  dateAddedTo?: string;
  sort?: VaultSort;
  /**
   * How the three lists are written. `repeated` (the default): the key at least twice, the only form that the real API takes;
   * `comma`: as documented (site-facts.md F.2).
   */
  listForm?: 'repeated' | 'comma';
};

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

/** What the vault engine needs of the network. No policy: nothing is retried, kept or guessed here. */
export type VaultApi = {
  /**
   * Which of at most {@link IDS_AT_ONCE} versions are in the vault. `null` = the server says it is not; an id that the server left out is absent
   * from the map: not known. An account without a vault has none of them. Reads a replica that may lag (site-facts.md F.3).
   */
  check(ids: readonly VersionId[], signal?: AbortSignal): Promise<ApiResult<Map<VersionId, VaultItem | null>>>;
  /**
   * Flips one version, once. The answer is the resulting state; `itemId` is the vault's id in the documented flavour: a hint.
   * The browser may still send it twice: when a reused connection drops before the answer, Chromium 156 and Firefox 153 repeat even
   * a POST by themselves (seen with the sandbox's `keepAlive`). Then the answer is that of the second flip, the opposite of what
   * was meant: act on the answer, never on the request.
   */
  toggle(id: VersionId, signal?: AbortSignal): Promise<ApiResult<{ now: 'in'; itemId: number } | { now: 'out' }>>;
  /** The vault, from the primary. Creates it for a member; `null` for an account that never had one (site-facts.md F.1). */
  vault(signal?: AbortSignal): Promise<ApiResult<Vault | null>>;
  list(params: ListParams, signal?: AbortSignal): Promise<ApiResult<VaultPage>>;
  me(signal?: AbortSignal): Promise<ApiResult<Me>>;
};
