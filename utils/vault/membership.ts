import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';

/**
 * What the vault says of one version.
 * `in` = Stored, `pending` and `failed` = kept but not processed (site-facts.md F.6), `out` = not kept, `unknown` = nobody knows yet.
 */
export type VaultState = 'in' | 'pending' | 'failed' | 'out' | 'unknown';

/** What the user asked for. There is no "flip" anywhere but in the one function that calls the API. */
export type Target = 'in' | 'out';

/** What is being done about a version right now. */
export type Activity = {
  target: Target;
  /** `waiting`: not sent yet; `sending`: the request is out; `looking`: it may have taken effect, we are finding out. */
  phase: 'waiting' | 'sending' | 'looking';
  /** Epoch ms. */
  since: number;
  /** Why it waits or looks, when there is a reason to tell. */
  reason?: Problem;
};

/** One version as this browser knows it. */
export type VersionFact = {
  versionId: VersionId;
  state: VaultState;
  /** When the server last said so, epoch ms; 0 while `unknown`. */
  asOf: number;
  /** When a check or a toggle's answer last said so, epoch ms. The vault's list counts for `asOf` alone. */
  confirmedAt?: number;
  /** The vault item's row id, needed for downloads (site-facts.md F.7). */
  itemId?: number;
  /** Size counted against the quota, KB. */
  sizeKb?: number;
  activity?: Activity;
  /** The last thing that went wrong with this version, until the user has acted on it. */
  problem?: Problem;
};

/** One model as this browser knows it: which of its versions the vault keeps. */
export type ModelFact = {
  modelId: ModelId;
  /** Versions that the vault keeps in whatever condition. */
  inVault: VersionId[];
  /** The same versions, and those on their way out. */
  facts: VersionFact[];
  /** So far back it is certain that there is no other, epoch ms; 0: it is not known. */
  asOf: number;
};

/** True if the vault keeps the version in whatever condition. */
export function isInVault(state: VaultState): boolean {
  return state === 'in' || state === 'pending' || state === 'failed';
}

/** How a vault item's `status` reads as a state. Unknown words count as kept, never as absent. */
export function stateOfStatus(status: string): VaultState {
  if (status === 'Pending') return 'pending';
  if (status === 'Failed') return 'failed';
  return 'in';
}
