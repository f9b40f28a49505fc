import type { AttemptRow } from '@/entrypoints/background/storage/rows';
import { LAST_COMMIT_MS } from '@/entrypoints/background/timing/replica-lag';
import type { VersionId } from '@/utils/civitai/ids';

/** Changes that overlap in time, so that only together do they explain how the storage used has changed. */
type Overlap = {
  /** Storage used before the first of them, KB. */
  usedKb: number;
  /** What each version counted then, KB. */
  sizesKb: Map<VersionId, number>;
};

export type UsageTracker = ReturnType<typeof createUsageTracker>;

/**
 * The storage used is everybody's sum: of several versions that are changed at the same time none can be told by it alone. A sum that
 * doesn't come out at worst settles a request later.
 */
export function createUsageTracker() {
  const runs = new WeakMap<AttemptRow, Overlap>();
  /** Until when (`elapsed()`) the last request for each version may have taken effect. */
  const effectiveUntil = new Map<VersionId, number>();
  const revived = new Map<number, Overlap>();
  let current: Overlap | undefined;

  return {
    /** Notes a request that is about to leave. `attempt.usedKb` was asked for at `readAt`; it becomes that of the first of the run. */
    enter(versionId: VersionId, attempt: AttemptRow, readAt: number, now: number): void {
      const { usedKb } = attempt;
      const isAlone = [...effectiveUntil.values()].every(until => until < readAt);
      if (isAlone) {
        effectiveUntil.clear();
        current = usedKb === undefined ? undefined : { usedKb, sizesKb: new Map() };
      }
      effectiveUntil.set(versionId, now + LAST_COMMIT_MS);
      if (!current) return;
      if (!current.sizesKb.has(versionId)) current.sizesKb.set(versionId, attempt.sizeKb ?? 0);
      runs.set(attempt, current);
      attempt.usedKb = current.usedKb;
    },
    /** Takes over what an earlier worker sent. What shares the storage used before it was one run; the rest of that run is forgotten. */
    revive(versionId: VersionId, attempt: AttemptRow, now: number): void {
      effectiveUntil.set(versionId, now + (attempt.answer ? 0 : LAST_COMMIT_MS) - attempt.ageMs);
      const { usedKb } = attempt;
      if (usedKb === undefined) return;
      const run = revived.get(usedKb) ?? { usedKb, sizesKb: new Map() };
      revived.set(usedKb, run);
      run.sizesKb.set(versionId, attempt.sizeKb ?? 0);
      runs.set(attempt, run);
      current = run;
    },
    /** Its answer is there: nothing of it takes effect later. */
    close: (versionId: VersionId, now: number) => void effectiveUntil.set(versionId, now),
    /** What each version of the run counted when `attempt.usedKb` was true, KB; `undefined` where that was not known. */
    sizesBefore: (attempt: AttemptRow): ReadonlyMap<VersionId, number> | undefined => runs.get(attempt)?.sizesKb,
  };
}
