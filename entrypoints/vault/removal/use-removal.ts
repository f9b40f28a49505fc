import { useState } from 'preact/hooks';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { VersionId } from '@/utils/civitai/ids';
import { type Candidate, openOf, tickedOf, withOutcome, withTicks } from '@/utils/vault-view/removal';
import type { useCandidates } from './use-candidates';
import { useRun } from './use-run';
import { useUnread } from './use-unread';

type Phase =
  /** The user chooses. */
  | 'choosing'
  /** Confirmed, and not sent before `graceUntil`. */
  | 'grace'
  | 'running'
  /** The run has ended; `lapsed`: because of a gap in time. */
  | 'done'
  | 'lapsed';

/** As the worker counts it, for several that are confirmed together. */
const LIST_GRACE_MS = 10_000;

export type Removal = {
  candidates: readonly Candidate[];
  phase: Phase;
  /** The ticks have just changed by themselves: a press now may be meant for what they were before. */
  isUnread: boolean;
  tick: (versionIds: ReadonlySet<VersionId>, isTicked: boolean) => void;
  /** Looks up again the versions whose look-up failed. */
  lookAgain: () => void;
  /** The user's confirmation, or another try of the failed ones. */
  remove: () => void;
  /** Sends nothing more; what is sent already goes on. */
  stop: () => void;
  /** Epoch ms. */
  graceUntil: number;
  /** Sends at once. */
  hasten: () => void;
};

/** What the user chooses from, and what has become of each. */
export type Choice = ReturnType<typeof useCandidates>;

/** The removal of several versions of that sign-in's vault, from the choice to the last result; `onSettled` follows each run. */
export function useRemoval(
  host: VaultHost,
  session: string,
  { candidates, setCandidates, hasTicked, lookAgain, stopLooking }: Choice,
  onSettled: () => void,
): Removal {
  const [phase, setPhase] = useState<Phase>('choosing');
  const [graceUntil, setGraceUntil] = useState(0);
  const { run, stop, hasten } = useRun(host, session, (versionId, outcome) =>
    setCandidates(before => withOutcome(before, versionId, outcome)),
  );
  const isUnread = useUnread(tickedOf(candidates).length, hasTicked.current);
  const begin = (): void => setPhase(now => (now === 'grace' ? 'running' : now));
  const remove = async (): Promise<void> => {
    const pending = openOf(candidates);
    stopLooking();
    setGraceUntil(host.now() + LIST_GRACE_MS);
    setPhase('grace');
    const timer = setTimeout(begin, LIST_GRACE_MS);
    const end = await run(pending.map(({ versionId }) => versionId));
    clearTimeout(timer);
    setPhase(end === 'lapsed' ? 'lapsed' : 'done');
    onSettled();
  };
  return {
    candidates,
    phase,
    isUnread,
    tick: (versionIds, isTicked) => {
      hasTicked.current = true;
      setCandidates(before => withTicks(before, versionIds, isTicked));
    },
    lookAgain,
    remove: () => void remove(),
    stop,
    graceUntil,
    hasten: () => {
      hasten();
      begin();
    },
  };
}
