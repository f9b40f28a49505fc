import type { Quota } from './storage-state';

const DAY_MS = 24 * 3_600_000;
/** A vault over its limit still allows downloads for this long after its size last changed (site-facts.md F.8). */
const DOWNLOADS_MS = 30 * DAY_MS;
/** After this long the site starts to erase: its page says 60 days, its job two months (site-facts.md F.8). */
const ERASING_MS = 60 * DAY_MS;

/** The consequences of a vault at or over its limit. Times are epoch ms and estimates; absent where the site names no date. */
export type OverLimit = {
  /** KB above the limit; 0: exactly full. */
  overKb: number;
  since?: number;
  downloadsUntil?: number;
  /** Absent also for a vault that is exactly full: the site erases nothing from it. */
  erasesFrom?: number;
};

/** Derives them from the quota; `undefined` for a vault with free space, and for an empty one. */
export function overLimitOf({ usedKb, totalKb, updatedAt }: Quota): OverLimit | undefined {
  const overKb = usedKb - totalKb;
  if (usedKb <= 0 || overKb < 0) return undefined;
  // The date changes with the vault's allowed size alone, not with its contents (site-facts.md F.1).
  const since = Date.parse(updatedAt);
  if (Number.isNaN(since)) return { overKb };
  return {
    overKb,
    since,
    downloadsUntil: since + DOWNLOADS_MS,
    ...(overKb > 0 && { erasesFrom: since + ERASING_MS }),
  };
}
