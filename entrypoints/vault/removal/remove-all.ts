import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { VersionId } from '@/utils/civitai/ids';
import type { Outcome } from '@/utils/vault-view/removal';

/** As many removals are under way at a time; each is a handful of requests (a look, the figures, the toggle). */
const AT_ONCE = 3;

/** A pause this long means that the computer slept or the page was frozen: then nobody stands behind the confirmation any more. */
const LAPSE_MS = 60_000;

export type Run = {
  host: Pick<VaultHost, 'remove' | 'now'>;
  /** The sign-in whose vault the user was shown. */
  session: string;
  versionIds: readonly VersionId[];
  /** `undefined`: not sent, and not going to be. */
  tell(versionId: VersionId, outcome: Outcome | undefined): void;
  /** The user stops what hasn't been sent. */
  signal: AbortSignal;
};

/**
 * Removes versions that the user has just confirmed, one intent each, and tells of each how it went. The confirmation holds while the
 * run goes on in front of the user, who can stop it at any time, so each intent carries the moment at which it leaves; after a gap in
 * time nothing more is sent. Resolves with what came to an end: everything, or a part.
 */
export async function removeAll({
  host,
  session,
  versionIds,
  tell,
  signal,
}: Run): Promise<'done' | 'stopped' | 'lapsed'> {
  const waiting = [...versionIds];
  let lastSign = host.now();
  let hasLapsed = false;

  const isOver = (): boolean => {
    const gap = host.now() - lastSign;
    hasLapsed ||= gap > LAPSE_MS || gap < -LAPSE_MS;
    lastSign = host.now();
    return hasLapsed || signal.aborted;
  };
  async function work(): Promise<void> {
    while (waiting.length > 0 && !isOver()) {
      const versionId = waiting.shift();
      if (versionId === undefined) return;
      tell(versionId, { kind: 'sending' });
      const result = await host.remove(versionId, host.now(), session);
      tell(versionId, result.ok ? { kind: 'removed' } : { kind: 'failed', problem: result.problem });
    }
  }

  for (const versionId of waiting) tell(versionId, { kind: 'waiting' });
  // A page that goes on breathing shows that no time was lost, however long one removal takes.
  const breath = setInterval(() => void isOver(), LAPSE_MS / 12);
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  clearInterval(breath);
  for (const versionId of waiting) tell(versionId, undefined);
  if (waiting.length === 0) return 'done';
  return hasLapsed ? 'lapsed' : 'stopped';
}
