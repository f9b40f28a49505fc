import type { CooldownRow } from '@/entrypoints/background/storage/rows';
import type { Clock } from '@/entrypoints/background/timing/clock';
import { LONGEST_HIDDEN_MS } from '@/entrypoints/background/timing/replica-lag';
import { msUntil } from '@/utils/age';
import type { VersionId } from '@/utils/civitai/ids';

export type Cooldowns = ReturnType<typeof createCooldowns>;

/**
 * Until when checks of a version prove nothing, because a toggle may be hidden by a replica that lags. Until then no check is believed
 * and nothing is sent.
 */
export function createCooldowns(clock: Pick<Clock, 'now' | 'elapsed'>) {
  const ends = new Map<VersionId, number>();

  /** Begins a cooldown of `ms`; one that ends later stays. */
  function begin(versionId: VersionId, ms: number): void {
    ends.set(versionId, Math.max(clock.elapsed() + ms, ends.get(versionId) ?? 0));
  }

  return {
    begin,
    /** Takes over what an earlier session left. The clock may have been set since: it never lasts longer than a toggle can be hidden. */
    restore: ({ versionId, until }: CooldownRow) => begin(versionId, msUntil(until, LONGEST_HIDDEN_MS, clock.now())),
    /** `elapsed()` at which the version's cooldown ends; 0: it never had one. */
    endOf: (versionId: VersionId): number => ends.get(versionId) ?? 0,
    isOver: (versionId: VersionId): boolean => (ends.get(versionId) ?? 0) <= clock.elapsed(),
  };
}
