import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';

/**
 * The state of one version. `in`: in the vault and stored; `pending`, `failed`: in the vault, but not stored (site-facts.md F.6); `out`:
 * not in the vault.
 */
export type VaultState = 'in' | 'pending' | 'failed' | 'out' | 'unknown';

/** The state that the user wants. Only the function that calls the API ever flips one. */
export type Target = 'in' | 'out';

/** The change of a version that is under way. */
export type Activity = {
  target: Target;
  /**
   * `grace`: a confirmed removal that can be taken back; `waiting`: not sent yet; `sending`: no answer yet; `looking`: the worker checks
   * whether the request took effect.
   */
  phase: 'grace' | 'waiting' | 'sending' | 'looking';
  /** When the grace ends, epoch ms: a removal is sent then, or as soon as it can be. */
  until?: number;
  /** Epoch ms. */
  since: number;
  /** Why the worker waits or checks, if there is a reason to show. */
  reason?: Problem;
};

/** One version as this browser knows it. */
export type VersionFact = {
  versionId: VersionId;
  state: VaultState;
  /** When the server last reported the state, epoch ms; 0 while `unknown`. */
  asOf: number;
  /** When a check or a toggle's answer last reported it, epoch ms. The vault's list counts for `asOf` alone. */
  confirmedAt?: number;
  /** The vault item's row id, needed for downloads (site-facts.md F.7). */
  itemId?: number;
  /** Size counted against the quota, KB. */
  sizeKb?: number;
  activity?: Activity;
  /**
   * It left the vault only to be added again, and isn't back yet. `trying`: it is tried again about once an hour; `asking`: the user has
   * signed out since, and has to say so first.
   */
  owed?: 'trying' | 'asking';
  /** `only-copy`: the site no longer gives it to everyone; `newer`: the site has a newer version that the vault hasn't. */
  hint?: 'only-copy' | 'newer';
  /** The last problem of this version, until the user has acted on it. */
  problem?: Problem;
};

/** One model as this browser knows it: which of its versions are in the vault. */
export type ModelFact = {
  modelId: ModelId;
  /** Versions in the vault, in any state. */
  inVault: VersionId[];
  /** The facts of these versions, and of those that are being removed. */
  facts: VersionFact[];
  /** Up to when it is certain that there is no other, epoch ms; 0: unknown. */
  asOf: number;
};

/** True if the version is in the vault, in any state. */
export function isInVault(state: VaultState): boolean {
  return state === 'in' || state === 'pending' || state === 'failed';
}

const STATUSES: { readonly [State in VaultState]?: string } = { in: 'Stored', pending: 'Pending', failed: 'Failed' };

/** The `status` that the site gives a vault item in this state; `undefined` for one that is not in the vault, or not known. */
export function statusOf(state: VaultState): string | undefined {
  return STATUSES[state];
}

/** The state of a vault item's `status`. An unknown status counts as in the vault, never as absent. */
export function stateOfStatus(status: string): VaultState {
  if (status === 'Pending') return 'pending';
  if (status === 'Failed') return 'failed';
  return 'in';
}
