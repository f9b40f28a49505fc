import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { VersionId } from '@/utils/civitai/ids';
import type { Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { Outcome } from '@/utils/vault-view/removal';

/** So often the worker hears that the run is still on screen: a confirmation holds for a minute. */
const STILL_EVERY_MS = 20_000;

/** A longer gap means that the computer slept or the page was frozen: the user's confirmation no longer holds. */
const MAX_GAP_MS = 60_000;

export type Run = {
  host: Pick<VaultHost, 'remove' | 'changeRemovals' | 'now'>;
  /** The sign-in whose vault the user was shown. */
  session: string;
  versionIds: readonly VersionId[];
  /** `undefined`: not sent, and it won't be. */
  report(versionId: VersionId, outcome: Outcome | undefined): void;
  /** The user takes back what hasn't been sent. */
  signal: AbortSignal;
};

/**
 * Has the worker remove versions that the user has just confirmed, after one grace for all of them, and reports the result of each. While
 * the run is on screen its confirmation holds; it resolves with how the run ended.
 */
export async function removeAll(run: Run): Promise<'done' | 'stopped' | 'lapsed'> {
  const { host, session, versionIds, report, signal } = run;
  const open = new Set(versionIds);
  const confirmedAt = host.now();
  const change = (how: 'undo' | 'still') => void host.changeRemovals(session, [...open], how);
  const beat = keepConfirmed(host, () => change('still'));
  signal.addEventListener('abort', () => change('undo'), { once: true });
  await Promise.all(
    versionIds.map(async versionId => {
      report(versionId, { kind: 'waiting' });
      const outcome = outcomeOf(await host.remove(versionId, confirmedAt, session));
      open.delete(versionId);
      report(versionId, outcome);
    }),
  );
  beat.end();
  if (beat.hasLapsed()) return 'lapsed';
  return signal.aborted ? 'stopped' : 'done';
}

/** What was taken back, here or elsewhere, is still in the vault. */
function outcomeOf(result: Result<VersionFact>): Outcome | undefined {
  if (!result.ok) return { kind: 'failed', problem: result.problem };
  return result.value.state === 'out' ? { kind: 'removed' } : undefined;
}

/** Says now and then that the run is on screen, until there is a gap in time: then the worker lets the rest expire. */
function keepConfirmed({ now }: Pick<VaultHost, 'now'>, say: () => void) {
  let lastTime = now();
  let hasLapsed = false;
  const timer = setInterval(() => {
    hasLapsed ||= Math.abs(now() - lastTime) > MAX_GAP_MS;
    lastTime = now();
    if (!hasLapsed) say();
  }, STILL_EVERY_MS);
  return { end: () => clearInterval(timer), hasLapsed: () => hasLapsed };
}
