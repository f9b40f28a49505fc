import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Swap } from '@/utils/messages/radar';
import type { NewerVersion } from '@/utils/vault/newer-version';
import type { Absence, Caveat, Missed } from '@/utils/vault/only-copy';

/** A model that the list had at that time, epoch ms. */
export type Control = { modelId: ModelId; seenAt: number };

/** How far the comparison with the site is, and what it has found; one row for each account. Times are epoch ms. */
export type RadarRow = {
  /** When the last request left; written before it does. */
  askedAt: number;
  /** The site asked to wait until then. */
  pausedUntil?: number;
  /** How many models one request asks about. */
  modelsAtOnce: number;
  /** The pass that is being made. */
  pass?: RadarPass;
  /** When the last pass began; absent: none has ended. */
  endedPassOf?: number;
  absences: readonly Absence[];
  suspects: readonly VersionId[];
  caveat?: Caveat | undefined;
  newer: readonly NewerVersion[];
  controls: { plain?: Control; mature?: Control };
  swaps: readonly Swap[];
};

export type RadarPass = {
  startedAt: number;
  /** Models with larger ids are still to be asked for; `isListed`: none is. */
  after: number;
  isListed: boolean;
  /** Versions that the list didn't have, to be looked up one by one; `isVersionGone`: the look-up said 404, its model is next. */
  waiting: readonly { versionId: VersionId; modelId: ModelId; isVersionGone?: true }[];
  missed: readonly Missed[];
  hasLostControl: boolean;
};
