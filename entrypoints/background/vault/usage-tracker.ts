import type { PostRow } from '@/entrypoints/background/storage/rows';
import type { VersionId } from '@/utils/civitai/ids';
import { LAST_COMMIT_MS } from './constants';

/** Changes that overlap in time, so that only together do they explain how the storage used has changed. */
type Run = {
  /** Storage used before the first of them, KB. */
  usedKb: number;
  /** What each version counted then, KB. */
  sizesKb: Map<VersionId, number>;
};

export type Ledger = ReturnType<typeof createLedger>;

/**
 * The storage used is everybody's sum: of several versions that are changed at the same time none can be told by it alone. A sum that
 * doesn't come out at worst settles a request later.
 */
export function createLedger() {
  const runs = new WeakMap<PostRow, Run>();
  /** Until when (`elapsed()`) the last request for each version may have taken effect. */
  const effectiveUntil = new Map<VersionId, number>();
  const revived = new Map<number, Run>();
  let current: Run | undefined;

  return {
    /** Notes a request that is about to leave. `post.usedKb` was asked for at `readAt`; it becomes that of the first of the run. */
    enter(versionId: VersionId, post: PostRow, readAt: number, now: number): void {
      const { usedKb } = post;
      const isAlone = [...effectiveUntil.values()].every(until => until < readAt);
      if (isAlone) {
        effectiveUntil.clear();
        current = usedKb === undefined ? undefined : { usedKb, sizesKb: new Map() };
      }
      effectiveUntil.set(versionId, now + LAST_COMMIT_MS);
      if (!current) return;
      if (!current.sizesKb.has(versionId)) current.sizesKb.set(versionId, post.sizeKb ?? 0);
      runs.set(post, current);
      post.usedKb = current.usedKb;
    },
    /** Takes over what an earlier worker sent. What shares the storage used before it was one run; the rest of that run is forgotten. */
    revive(versionId: VersionId, post: PostRow, now: number): void {
      effectiveUntil.set(versionId, now + (post.answer ? 0 : LAST_COMMIT_MS) - post.ageMs);
      const { usedKb } = post;
      if (usedKb === undefined) return;
      const run = revived.get(usedKb) ?? { usedKb, sizesKb: new Map() };
      revived.set(usedKb, run);
      run.sizesKb.set(versionId, post.sizeKb ?? 0);
      runs.set(post, run);
      current = run;
    },
    /** Its answer is there: nothing of it takes effect later. */
    close: (versionId: VersionId, now: number) => void effectiveUntil.set(versionId, now),
    /** What each version of the run counted when `post.usedKb` was true, KB; `undefined` where that was not known. */
    sizesBefore: (post: PostRow): ReadonlyMap<VersionId, number> | undefined => runs.get(post)?.sizesKb,
  };
}
