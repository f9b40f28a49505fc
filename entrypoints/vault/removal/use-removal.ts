import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { VersionId } from '@/utils/civitai/ids';
import type { MirroredItem } from '@/utils/vault/vault-item';
import {
  askAgain,
  type Candidate,
  candidatesOf,
  tickedOf,
  withAvailability,
  withOutcome,
  withTicks,
} from '@/utils/vault-view/removal';
import { lookUpAll } from './look-up-all';
import { removeAll } from './remove-all';

export type Phase =
  /** The user sorts out what is to go. */
  | 'choosing'
  | 'running'
  /** It is over; `lapsed`: because time was lost. */
  | 'done'
  | 'lapsed';

export type Removal = {
  candidates: readonly Candidate[];
  phase: Phase;
  /** What is ticked has just changed by itself: a press now may be meant for what it was before. */
  isUnread: boolean;
  tick: (versionIds: ReadonlySet<VersionId>, isTicked: boolean) => void;
  /** Looks up again what could not be looked up. */
  lookAgain: () => void;
  /** The user's confirmation, or that failed ones be tried once more. */
  remove: () => void;
  /** Sends nothing more; what has been sent is seen through. */
  stop: () => void;
};

/** As long as it takes to see that a number has changed, and to hold the finger back. */
const READING_MS = 500;

/** True for a moment after a number has changed, unless the user `hasChanged` it. */
function useUnread(count: number, hasChanged: boolean): boolean {
  const [read, setRead] = useState(count);
  const isUnread = count !== read && !hasChanged;
  useEffect(() => {
    const timer = setTimeout(() => setRead(count), isUnread ? READING_MS : 0);
    return () => clearTimeout(timer);
  }, [count, isUnread]);
  return isUnread;
}

/** One removal of many versions of that sign-in's vault, from looking them up to the last result; `settled` hears of the end of each run. */
export function useRemoval(
  host: VaultHost,
  session: string,
  items: readonly MirroredItem[],
  settled: () => void,
): Removal {
  const [candidates, setCandidates] = useState<readonly Candidate[]>(() => candidatesOf(items));
  const [phase, setPhase] = useState<Phase>('choosing');
  const looking = useRef(new AbortController());
  const running = useRef(new AbortController());

  const hasTicked = useRef(false);
  const ticked = tickedOf(candidates).length;
  const isUnread = useUnread(ticked, hasTicked.current);

  const lookUp = useCallback(
    (asked: readonly Candidate[]) =>
      void lookUpAll(
        host,
        asked.map(({ versionId, modelId }) => ({ versionId, modelId })),
        found => setCandidates(before => withAvailability(before, found, hasTicked.current)),
        looking.current.signal,
      ),
    [host],
  );
  useEffect(() => {
    looking.current = new AbortController();
    lookUp(candidatesOf(items));
    return () => {
      looking.current.abort();
      running.current.abort();
    };
    // Those items were selected when the dialog opened; it goes on with them.
  }, [lookUp, items]);

  const remove = async (): Promise<void> => {
    const going = tickedOf(candidates).filter(({ outcome }) => outcome?.kind !== 'removed');
    looking.current.abort();
    running.current = new AbortController();
    setPhase('running');
    const ended = await removeAll({
      host,
      session,
      versionIds: going.map(({ versionId }) => versionId),
      tell: (versionId, outcome) => setCandidates(before => withOutcome(before, versionId, outcome)),
      signal: running.current.signal,
    });
    setPhase(ended === 'lapsed' ? 'lapsed' : 'done');
    settled();
  };

  return {
    candidates,
    phase,
    isUnread,
    tick: (versionIds, isTicked) => {
      hasTicked.current = true;
      setCandidates(before => withTicks(before, versionIds, isTicked));
    },
    lookAgain: () => {
      lookUp(candidates.filter(({ finding }) => finding.kind === 'failed'));
      setCandidates(askAgain);
    },
    remove: () => void remove(),
    stop: () => running.current.abort(),
  };
}
