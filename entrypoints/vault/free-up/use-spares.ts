import { useEffect, useRef, useState } from 'preact/hooks';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { Choice } from '@/entrypoints/vault/removal/use-removal';
import type { Snapshot } from '@/utils/account/account';
import type { VersionId } from '@/utils/civitai/ids';
import { fail, type Result } from '@/utils/problem';
import type { PutBack } from '@/utils/vault/can-be-put-back';
import { judgeSpare, type Spare, shortOfKb } from '@/utils/vault/free-up';
import type { VersionAvailability } from '@/utils/vault/version-availability';
import { type Candidate, tickedOf } from '@/utils/vault-view/removal';

/** Each is looked up past the site's caches, which takes three requests: a few at a time, and no more than needed. */
const AT_ONCE = 4;
/** So many before the user is asked whether to look further. */
const AT_FIRST = 24;

/** The versions that were looked up so far, and what was found out. */
export type Spares = Choice & {
  verdicts: ReadonlyMap<VersionId, PutBack>;
  /** The vault's figures, asked for when the dialog opened. */
  account: Result<Snapshot> | undefined;
  freeKb: number;
  isLooking: boolean;
  /** Absent where all were looked up. */
  lookFurther: (() => void) | undefined;
};

/** Looks spares up, in their order, until enough can be proposed. `spares` must stay the same; `isCounted`: all rows of the vault are known. */
export function useSpares(host: VaultHost, spares: readonly Spare[], neededKb: number, isCounted: boolean): Spares {
  const account = useAccount(host);
  const [candidates, setCandidates] = useState<readonly Candidate[]>([]);
  const [verdicts, setVerdicts] = useState<ReadonlyMap<VersionId, PutBack>>(new Map());
  const [limit, setLimit] = useState(AT_FIRST);
  const hasTicked = useRef(false);
  const isOver = useRef(false);
  const quota = account?.ok ? account.value.quota : undefined;
  const freeKb = quota ? quota.totalKb - quota.usedKb : 0;
  const proposable = candidates.filter(({ versionId }) => verdicts.get(versionId)?.can);
  const isShort = shortOfKb(neededKb, freeKb, hasTicked.current ? tickedOf(candidates) : proposable) > 0;
  const isLooking = account?.ok === true && isShort && candidates.length < Math.min(limit, spares.length);
  useEffect(() => {
    if (!account || !isLooking) return undefined;
    const part = spares.slice(candidates.length, candidates.length + AT_ONCE);
    let isStopped = false;
    void host.availabilities(part, true).then(answer => {
      if (isStopped || isOver.current) return;
      const found = part.map((_, at) => (answer.ok ? (answer.value[at] ?? UNEXPECTED) : answer));
      setVerdicts(before => new Map([...before, ...judge(part, account, found, isCounted)]));
      setCandidates(before => [...before, ...part.map((spare, at) => candidateOf(spare, found[at] ?? UNEXPECTED))]);
      // Where the site can't be asked, further requests would make it worse.
      if (found.some(({ ok }) => !ok)) setLimit(candidates.length + part.length);
    });
    return () => {
      isStopped = true;
    };
  }, [host, spares, account, isLooking, candidates.length, isCounted]);
  useEffect(() => {
    if (!hasTicked.current) setCandidates(before => propose(before, verdicts, neededKb, freeKb));
  }, [verdicts, neededKb, freeKb]);
  const lookFurther = (): void => setLimit(Math.max(limit, candidates.length) + AT_FIRST);
  return {
    ...{ candidates, setCandidates, hasTicked, verdicts, account, freeKb, isLooking },
    lookAgain: lookFurther,
    stopLooking: () => {
      isOver.current = true;
    },
    lookFurther: candidates.length < spares.length && isShort && !isLooking ? lookFurther : undefined,
  };
}

const UNEXPECTED = fail({ kind: 'unexpected' });

function useAccount(host: VaultHost): Result<Snapshot> | undefined {
  const [account, setAccount] = useState<Result<Snapshot>>();
  useEffect(() => {
    void host.refresh().then(setAccount);
  }, [host]);
  return account;
}

function judge(
  spares: readonly Spare[],
  account: Result<Snapshot>,
  found: readonly Result<VersionAvailability>[],
  isCounted: boolean,
): [VersionId, PutBack][] {
  return spares.map((spare, at) => [spare.versionId, judgeSpare(spare, account, found[at] ?? UNEXPECTED, isCounted)]);
}

function candidateOf(spare: Spare, found: Result<VersionAvailability>): Candidate {
  const { versionId, modelId, modelName, versionName, sizeKb, hasNotes, copies } = spare;
  const finding = found.ok
    ? ({ kind: 'found', availability: found.value.availability } as const)
    : ({ kind: 'failed', problem: found.problem } as const);
  return { versionId, modelId, modelName, versionName, sizeKb, hasNotes, copies, finding, isTicked: false };
}

/** Ticks what can be put back, in order, until it is enough. */
function propose(
  candidates: readonly Candidate[],
  verdicts: ReadonlyMap<VersionId, PutBack>,
  neededKb: number,
  freeKb: number,
): Candidate[] {
  const ticked: Candidate[] = [];
  return candidates.map(candidate => {
    const isTicked = verdicts.get(candidate.versionId)?.can === true && shortOfKb(neededKb, freeKb, ticked) > 0;
    if (isTicked) ticked.push(candidate);
    return { ...candidate, isTicked };
  });
}
