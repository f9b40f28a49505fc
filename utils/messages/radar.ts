import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import type { NewerVersion } from '@/utils/vault/newer-version';
import type { Caveat } from '@/utils/vault/only-copy';

/** A swap that was begun: the new version may be in while the old one still is. */
export type Swap = { versionId: VersionId; newerId: VersionId; newerName: string };

/** What the comparison with the site has found; `session`: whose vault, absent while no account is signed in. */
export type RadarFindings = {
  session?: string;
  /** Versions that the site no longer gives to everyone. */
  gone: VersionId[];
  /** How many of them the user wasn't told of yet. */
  unseen: number;
  newer: NewerVersion[];
  swaps: Swap[];
  /** Why the last comparison proves nothing. */
  caveat?: Caveat;
};

/** "Add the new one, then remove the old", confirmed at that time (epoch ms). */
export type SwapAsked = {
  session: string;
  versionId: VersionId;
  modelId: ModelId;
  newerId: VersionId;
  newerName: string;
  modelName: string;
  confirmedAt: number;
};

/** What came of it. `kept`: the old version stays; `isIn`: the new one is in the vault, so the user may still remove the old one. */
export type SwapOutcome = { kind: 'swapped' } | { kind: 'kept'; isIn: boolean; problem?: Problem };
