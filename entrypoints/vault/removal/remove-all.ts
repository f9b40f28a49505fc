import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { VersionId } from '@/utils/civitai/ids';
import type { Outcome } from '@/utils/vault-view/removal';

/** Removals under way at a time; each is a handful of requests (a check, the figures, the toggle). */
const CONCURRENCY = 3;

/** A longer gap means that the computer slept or the page was frozen: the user's confirmation no longer holds. */
const MAX_GAP_MS = 60_000;

export type Run = {
  host: Pick<VaultHost, 'remove' | 'now'>;
  /** The sign-in whose vault the user was shown. */
  session: string;
  versionIds: readonly VersionId[];
  /** `undefined`: not sent, and it won't be. */
  report(versionId: VersionId, outcome: Outcome | undefined): void;
  /** The user stops what hasn't been sent. */
  signal: AbortSignal;
};

/** Returns true once the run must stop, because the user stopped it or because of a gap in time. */
function createWatch(host: Run['host'], signal: AbortSignal) {
  let lastTime = host.now();
  let hasLapsed = false;
  return {
    isOver(): boolean {
      const gap = host.now() - lastTime;
      hasLapsed ||= Math.abs(gap) > MAX_GAP_MS;
      lastTime = host.now();
      return hasLapsed || signal.aborted;
    },
    hasLapsed: () => hasLapsed,
  };
}

/**
 * Removes versions that the user has just confirmed, and reports the result of each. Each intent carries the time at which it is sent,
 * because the confirmation holds while the run is on screen; it resolves with how the run ended.
 */
export async function removeAll(run: Run): Promise<'done' | 'stopped' | 'lapsed'> {
  const { host, session, versionIds, report, signal } = run;
  const waiting = [...versionIds];
  const watch = createWatch(host, signal);

  async function work(): Promise<void> {
    while (waiting.length > 0 && !watch.isOver()) {
      const versionId = waiting.shift();
      if (versionId === undefined) return;
      report(versionId, { kind: 'sending' });
      const result = await host.remove(versionId, host.now(), session);
      report(versionId, result.ok ? { kind: 'removed' } : { kind: 'failed', problem: result.problem });
    }
  }

  for (const versionId of waiting) report(versionId, { kind: 'waiting' });
  // A timer that keeps firing shows that no time is missing, however long one removal takes.
  const timer = setInterval(() => void watch.isOver(), MAX_GAP_MS / 12);
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  clearInterval(timer);
  for (const versionId of waiting) report(versionId, undefined);
  if (waiting.length === 0) return 'done';
  return watch.hasLapsed() ? 'lapsed' : 'stopped';
}
