import type { ModelId, VersionId } from '../../../utils/ids';
import type { Target, VaultState } from '../../../utils/membership';
import type { Problem } from '../../../utils/problem';
import type { VaultItem } from '../api/vault-item';

/** What was asked for and how far it got; written before anything is sent, so that a killed worker can settle it. One per version. */
export type JournalRow = {
  versionId: VersionId;
  target: Target;
  /** Epoch ms. */
  askedAt: number;
  /** When the user confirmed a removal, epoch ms. */
  confirmedAt?: number;
  /** When the request went out, epoch ms; absent while nothing was sent. */
  sentAt?: number;
  /** What the toggle answered, if it did. */
  answered?: Target;
  /** How often something was sent for this intent. */
  posts: number;
  reason?: Problem;
};

/** What the server last said of one version. */
export type FactRow = {
  versionId: VersionId;
  state: VaultState;
  /** Epoch ms. */
  asOf: number;
  itemId?: number;
  sizeKb?: number;
};

/** One item of the mirrored vault, by its row id. */
export type ItemRow = VaultItem & {
  /** The last pass that saw it: what a full pass did not see is gone. */
  seenIn: number;
};

/** How far the mirror got, kept under one key. */
export type SyncRow = {
  /** The pass that is being made or was made last. */
  pass: number;
  nextPage: number;
  totalItems?: number;
  /** Epoch ms of the last completed pass. */
  completedAt?: number;
};

/** Keys of {@link ItemRow}s in the two indexes. */
export type ItemIndexes = { byVersion: VersionId; byModel: ModelId };
