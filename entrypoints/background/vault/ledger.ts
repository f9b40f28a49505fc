import type { VersionId } from '../../../utils/ids';
import { LAST_COMMIT_MS } from './constants';
import type { PostRow } from './stored';

/** Changes that overlap in time, so that only together do they explain how the storage used has changed. */
type Run = {
  /** Storage used before the first of them, KB. */
  usedKb: number;
  /** What each version counted then, KB. */
  sizesKb: Map<VersionId, number>;
};

export type Ledger = ReturnType<typeof createLedger>;

/**
 * The storage used is everybody's sum: of several versions that are changed at the same time none can be told by it alone. Kept in
 * memory only; a request that an earlier worker sent is taken as if it had been alone, which at worst settles it later.
 */
export function createLedger() {
  const runs = new WeakMap<PostRow, Run>();
  /** Until when (`elapsed()`) the last request for each version may have taken effect. */
  const effectiveUntil = new Map<VersionId, number>();
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
    /** Its answer is there: nothing of it takes effect later. */
    close: (versionId: VersionId, now: number) => void effectiveUntil.set(versionId, now),
    /** What each version of the run counted when `post.usedKb` was true, KB; `undefined` for what an earlier worker sent. */
    sizesBefore: (post: PostRow): ReadonlyMap<VersionId, number> | undefined => runs.get(post)?.sizesKb,
  };
}
