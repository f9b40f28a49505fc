import { useEffect, useRef, useState } from 'preact/hooks';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { Choice } from '@/entrypoints/vault/removal/use-removal';
import type { Snapshot } from '@/utils/account/account';
import type { Result } from '@/utils/problem';
import { type Space, type Spare, shortOfKb } from '@/utils/vault/free-up';
import type { VersionAvailability } from '@/utils/vault/version-availability';
import { type Candidate, tickedOf } from '@/utils/vault-view/removal';
import { answeredOf, candidateOf, judge, lookUp, propose, spaceOf, type Verdicts } from './spare-candidates';

/** Each is looked up past the site's caches, which takes three requests: a few at a time, and no more than needed. */
const AT_ONCE = 4;
/** So many before the user is asked whether to look further. */
const AT_FIRST = 24;

/** The versions that were looked up so far, and what was found out. */
export type Spares = Choice & {
  verdicts: Verdicts;
  /** The vault's figures, asked for when the dialog opened. */
  account: Result<Snapshot> | undefined;
  space: Space;
  isLooking: boolean;
  /** Looks up what was not, and again where that failed. Absent where there is neither, or no need. */
  lookFurther: (() => void) | undefined;
  /** Another amount is another question: what the user has ticked is proposed anew. */
  proposeAnew: () => void;
};

/** Looks spares up, in their order, until enough can be proposed. `spares` must stay the same; `isCounted`: all rows of the vault are known. */
export function useSpares(host: VaultHost, spares: readonly Spare[], neededKb: number, isCounted: boolean): Spares {
  const account = useAccount(host);
  const [candidates, setCandidates] = useState<readonly Candidate[]>([]);
  const [verdicts, setVerdicts] = useState<Verdicts>(new Map());
  const [limit, setLimit] = useState(AT_FIRST);
  const hasTicked = useRef(false);
  const space = spaceOf(account);
  const { freeKb, totalKb } = space;
  // The user's ticks count, or else all that can be proposed.
  const counted = hasTicked.current
    ? tickedOf(candidates)
    : candidates.filter(({ versionId }) => verdicts.get(versionId)?.can);
  const isShort = account?.ok === true && neededKb <= totalKb && shortOfKb(neededKb, freeKb, counted) > 0;
  const isLooking = isShort && candidates.length < Math.min(limit, spares.length);
  const open = spares.filter(({ versionId }) => !verdicts.has(versionId)).slice(0, AT_ONCE);
  const stopLooking = useLookUps(host, open, isLooking, found => {
    if (account) setVerdicts(new Map([...verdicts, ...judge(open, account, found, isCounted)]));
    setCandidates(before => [...before, ...open.map((spare, at) => candidateOf(spare, found[at]))]);
    if (hasRefused(found)) setLimit(candidates.length + open.length);
  });
  useEffect(() => {
    if (!hasTicked.current) setCandidates(before => propose(before, verdicts, neededKb, { freeKb, totalKb }));
  }, [verdicts, neededKb, freeKb, totalKb]);
  const answered = answeredOf(candidates, verdicts);
  const lookAgain = (): void => {
    setVerdicts(new Map([...verdicts].filter(([id]) => answered.some(({ versionId }) => versionId === id))));
    setCandidates(answered);
    setLimit(answered.length + AT_FIRST);
  };
  const lookFurther = isShort && !isLooking && answered.length < spares.length ? lookAgain : undefined;
  const proposeAnew = (): void => {
    hasTicked.current = false;
  };
  const choice = { candidates, setCandidates, hasTicked, lookAgain, stopLooking };
  return { ...choice, verdicts, account, space, isLooking, lookFurther, proposeAnew };
}

/** The site can't be asked now, not only about one version: further requests would make it worse. */
function hasRefused(found: readonly Result<VersionAvailability>[]): boolean {
  return found.every(({ ok }) => !ok) || found.some(each => !each.ok && each.problem.kind === 'limited');
}

function useAccount(host: VaultHost): Result<Snapshot> | undefined {
  const [account, setAccount] = useState<Result<Snapshot>>();
  useEffect(() => {
    void host.refresh().then(setAccount);
  }, [host]);
  return account;
}

type Found = (found: readonly Result<VersionAvailability>[]) => void;

/** Looks `open` up while `isOn`, once for each list of versions. An answer that comes later than the return value was called is dropped. */
function useLookUps(host: VaultHost, open: readonly Spare[], isOn: boolean, found: Found): () => void {
  const isOver = useRef(false);
  const latest = useRef(found);
  latest.current = found;
  const asked = open.map(({ versionId }) => versionId).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is made anew with each drawing, `asked` says whether it is another one
  useEffect(() => {
    if (!isOn || asked === '') return undefined;
    const ending = new AbortController();
    void lookUp(host, open).then(answer => {
      if (!ending.signal.aborted && !isOver.current) latest.current(answer);
    });
    return () => ending.abort();
  }, [host, isOn, asked]);
  return () => {
    isOver.current = true;
  };
}
