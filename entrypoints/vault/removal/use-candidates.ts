import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { type Candidate, candidatesOf, withAvailability, withRetry } from '@/utils/vault-view/removal';
import { lookUpAll } from './look-up-all';

/** The versions of items, looked up at the site. `items` are those of the moment when the dialog opened. */
export function useCandidates(host: VaultHost, items: readonly MirroredItem[]) {
  const [candidates, setCandidates] = useState<readonly Candidate[]>(() => candidatesOf(items));
  const looking = useRef(new AbortController());
  const hasTicked = useRef(false);
  const lookUp = useCallback(
    (open: readonly Candidate[]) =>
      void lookUpAll(
        host,
        open.map(({ versionId, modelId }) => ({ versionId, modelId })),
        found => setCandidates(before => withAvailability(before, found, hasTicked.current)),
        looking.current.signal,
      ),
    [host],
  );
  useEffect(() => {
    looking.current = new AbortController();
    lookUp(candidatesOf(items));
    return () => looking.current.abort();
  }, [lookUp, items]);
  return {
    candidates,
    setCandidates,
    /** Whether the user has ticked anything: then no tick changes by itself. */
    hasTicked,
    lookAgain: (): void => {
      lookUp(candidates.filter(({ finding }) => finding.kind === 'failed'));
      setCandidates(withRetry);
    },
    stopLooking: (): void => looking.current.abort(),
  };
}
