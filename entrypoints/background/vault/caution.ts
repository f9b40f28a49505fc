import type { Clock } from '@/entrypoints/background/timing/clock';
import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/timing/replica-lag';
import { isOlderThan, msUntil } from '@/utils/age';
import type { VersionId } from '@/utils/civitai/ids';
import type { Target } from '@/utils/vault/membership';

/** By then the last toggle that was in the lost journal has taken effect and is shown by every replica. */
const SILENCE_MS = 60_000;
/** So long the first toggle of each version needs two checks; by then every other device and page has been heard of. */
const CAREFUL_MS = 24 * 3_600_000;

export type Caution = ReturnType<typeof createCaution>;

/** After a loss of the store nothing is known of what was sent before: at first nothing leaves, then only what two checks agree on. */
export function createCaution(clock: Pick<Clock, 'now' | 'elapsed'>) {
  let opensAt = 0;
  let lostAt: number | undefined;
  const seen = new Map<VersionId, { state: Target; askedAt: number }>();
  const done = new Set<VersionId>();
  return {
    /** Takes over when the store was lost, epoch ms. */
    restore(at: number | undefined): void {
      lostAt = at;
      if (at !== undefined) opensAt = clock.elapsed() + msUntil(at + SILENCE_MS, SILENCE_MS, clock.now());
    },
    /** `elapsed()` from which on something may be sent. */
    opensAt: (): number => opensAt,
    /**
     * How long to wait for another check before a request may rely on this one, ms; 0: it may. `askedAt` is `elapsed()`. Two checks agree
     * if a replica could not hide the same toggle from both.
     */
    waitMs(versionId: VersionId, state: Target, askedAt: number): number {
      if (lostAt === undefined || done.has(versionId) || isOlderThan(CAREFUL_MS, lostAt, clock.now())) return 0;
      const before = seen.get(versionId);
      if (before?.state !== state) seen.set(versionId, { state, askedAt });
      const waitMs = LAG_ALLOWANCE_MS - (askedAt - (seen.get(versionId)?.askedAt ?? askedAt));
      if (waitMs > 0) return waitMs;
      done.add(versionId);
      return 0;
    },
  };
}
