import type { AttemptRow } from '@/entrypoints/background/storage/rows';
import { LAST_COMMIT_MS } from '@/entrypoints/background/timing/replica-lag';
import type { VersionId } from '@/utils/civitai/ids';

/** Changes that overlap in time, so that only together they explain how the storage used has changed. */
type Overlap = {
  /** Storage used before the first of them, KB. */
  usedKb: number;
  /** What each version counted then, KB. */
  sizesKb: Map<VersionId, number>;
};

export type UsageTracker = ReturnType<typeof createUsageTracker>;

/**
 * What the storage used should be. It is the sum of all versions: of several that change at the same time, it can tell none alone. A sum
 * that doesn't come out at worst settles a request later.
 */
export function createUsageTracker() {
  const overlaps = new WeakMap<AttemptRow, Overlap>();
  /** Until when (`elapsed()`) the last request for each version may have taken effect. */
  const effectiveUntil = new Map<VersionId, number>();
  const restored = new Map<number, Overlap>();
  let current: Overlap | undefined;

  return {
    /** A request is about to leave. `attempt.usedKb` was asked for at `readAt`; it becomes that of the first request of the overlap. */
    open(versionId: VersionId, attempt: AttemptRow, readAt: number, now: number): void {
      const { usedKb } = attempt;
      const isAlone = [...effectiveUntil.values()].every(until => until < readAt);
      if (isAlone) {
        effectiveUntil.clear();
        current = usedKb === undefined ? undefined : { usedKb, sizesKb: new Map() };
      }
      effectiveUntil.set(versionId, now + LAST_COMMIT_MS);
      if (!current) return;
      if (!current.sizesKb.has(versionId)) current.sizesKb.set(versionId, attempt.sizeKb ?? 0);
      overlaps.set(attempt, current);
      attempt.usedKb = current.usedKb;
    },
    /** Takes over what an earlier worker sent. Requests with the same storage used before them overlapped; settled ones are forgotten. */
    restore(versionId: VersionId, attempt: AttemptRow, now: number): void {
      effectiveUntil.set(versionId, now + (attempt.answer ? 0 : LAST_COMMIT_MS) - attempt.ageMs);
      const { usedKb } = attempt;
      if (usedKb === undefined) return;
      const overlap = restored.get(usedKb) ?? { usedKb, sizesKb: new Map() };
      restored.set(usedKb, overlap);
      overlap.sizesKb.set(versionId, attempt.sizeKb ?? 0);
      overlaps.set(attempt, overlap);
      current = overlap;
    },
    /** The answer is there: the request takes no effect after it. */
    close: (versionId: VersionId, now: number) => void effectiveUntil.set(versionId, now),
    /** What each version of the overlap counted when `attempt.usedKb` was true, KB; `undefined` where that was not known. */
    sizesBefore: (attempt: AttemptRow): ReadonlyMap<VersionId, number> | undefined => overlaps.get(attempt)?.sizesKb,
  };
}
