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

/** The storage used as it was asked for at `readAt` (`elapsed()`), and what the version counted then, KB. */
type Before = { usedKb: number | undefined; sizeKb: number | undefined; readAt: number };

export type UsageTracker = ReturnType<typeof createUsageTracker>;

/**
 * What the storage used should be. It is the sum of all versions: of several that change at the same time, it can tell none alone. A sum
 * that doesn't come out at worst settles a request later.
 */
export function createUsageTracker() {
  /** The overlap of each request that is not settled: until then, every later change is a part of its sum. */
  const overlaps = new Map<VersionId, Overlap>();
  /** Until when (`elapsed()`) the last request for each version may have taken effect. */
  const effectiveUntil = new Map<VersionId, number>();
  const restored = new Map<number, Overlap>();
  let current: Overlap | undefined;

  return {
    /** A request is about to leave. Returns the storage used before the first request that it overlaps, KB. */
    open(versionId: VersionId, { usedKb, sizeKb = 0, readAt }: Before, now: number): number | undefined {
      const isAlone = [...effectiveUntil.values()].every(until => until < readAt);
      if (isAlone) {
        effectiveUntil.clear();
        current = usedKb === undefined ? undefined : { usedKb, sizesKb: new Map() };
      }
      effectiveUntil.set(versionId, now + LAST_COMMIT_MS);
      overlaps.delete(versionId);
      for (const open of overlaps.values()) take(open, versionId, sizeKb);
      if (!current) return usedKb;
      take(current, versionId, sizeKb);
      overlaps.set(versionId, current);
      return current.usedKb;
    },
    /** Takes over what an earlier worker sent. Requests with the same storage used before them overlapped; settled ones are forgotten. */
    restore(versionId: VersionId, { kind, ageMs, usedKb, sizeKb = 0 }: AttemptRow, now: number): void {
      effectiveUntil.set(versionId, now + (kind === 'unanswered' ? LAST_COMMIT_MS : 0) - ageMs);
      if (usedKb === undefined) return;
      const overlap = restored.get(usedKb) ?? { usedKb, sizesKb: new Map() };
      restored.set(usedKb, overlap);
      overlap.sizesKb.set(versionId, sizeKb);
      if (kind === 'unanswered') overlaps.set(versionId, overlap);
      current = overlap;
    },
    /** The answer is there: the request takes no effect after it. */
    close(versionId: VersionId, now: number): void {
      effectiveUntil.set(versionId, now);
      overlaps.delete(versionId);
    },
    /** The last request is settled without an answer: its sum is needed no more. */
    settle: (versionId: VersionId) => void overlaps.delete(versionId),
    /** What each version of an unsettled request's overlap counted before it, KB; `undefined` where that was not known. */
    sizesBefore: (versionId: VersionId): ReadonlyMap<VersionId, number> | undefined => overlaps.get(versionId)?.sizesKb,
  };
}

/** A version changes for the first time since then. */
function take({ sizesKb }: Overlap, versionId: VersionId, sizeKb: number): void {
  if (!sizesKb.has(versionId)) sizesKb.set(versionId, sizeKb);
}
