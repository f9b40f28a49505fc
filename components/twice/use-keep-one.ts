import { useState } from 'preact/hooks';
import type { Snapshot } from '@/utils/account/account';
import type { VersionId } from '@/utils/civitai/ids';
import type { KeepOneMessages } from '@/utils/messages/keep-one';
import type { Problem, Result } from '@/utils/problem';
import { describeProblem } from '@/utils/sentences/describe-problem';
import { joinSentences } from '@/utils/sentences/sentences';
import { judgeKeepOne, type KeepOneVerdict } from '@/utils/vault/judge-keep-one';
import type { Twice } from '@/utils/vault/twice';
import type { VersionAvailability } from '@/utils/vault/version-availability';

/** What keeping one needs from the page. No function rejects. */
export type KeepOneHost = KeepOneMessages & {
  /** Requests the figures from the site. */
  refresh(): Promise<Result<Snapshot>>;
  /** The names of a version, also from a cache. */
  versionAvailability(versionId: VersionId): Promise<Result<VersionAvailability>>;
  /** Epoch ms. */
  now(): number;
};

/** The state of a row. */
export type RowState =
  /** `isBack`: the user has cancelled. */
  | { kind: 'idle'; isBack?: boolean }
  | { kind: 'checking' }
  /** `at`: when it was looked up, epoch ms. */
  | { kind: 'judged'; verdict: KeepOneVerdict; at: number }
  | { kind: 'working' }
  | { kind: 'done' }
  | { kind: 'missed'; why: string };

export type RowActions = { check: () => void; confirm: () => void; dismiss: () => void };

/** Older answers are asked for again before anything is removed: the removal leaves within 10 s of them or never. */
const JUDGED_VALID_MS = 5_000;

/** The versions that the user has used here, and how far each is. */
export type Touched = ReadonlyMap<VersionId, { twice: Twice; state: RowState }>;

/** Keeping one of several rows: the state of each version that the user has used, and the actions of any. */
export function useKeepOne(host: KeepOneHost, session: string | undefined) {
  const [touched, setTouched] = useState<Touched>(new Map());

  const actionsFor = (twice: Twice): RowActions => {
    const setState = (state: RowState): void =>
      setTouched(before => new Map(before).set(twice.versionId, { twice, state }));
    const check = async () => {
      setState({ kind: 'checking' });
      const judged = await lookUp(host, twice);
      setState(judged);
      return judged;
    };
    const confirm = async () => {
      const state = touched.get(twice.versionId)?.state;
      const isFresh = state?.kind === 'judged' && host.now() - state.at < JUDGED_VALID_MS;
      const judged = isFresh ? state : await check();
      if (judged.verdict.kind !== 'safe' || session === undefined) return;
      setState({ kind: 'working' });
      setState(await keepOne(host, twice, session, judged.at));
    };
    return {
      check: () => void check(),
      confirm: () => void confirm(),
      dismiss: () => setState({ kind: 'idle', isBack: true }),
    };
  };

  return { touched, actionsFor };
}

async function lookUp(host: KeepOneHost, twice: Twice): Promise<RowState & { kind: 'judged' }> {
  const at = host.now();
  const [account, availability] = await Promise.all([host.refresh(), host.freshAvailability(twice)]);
  return { kind: 'judged', verdict: judgeKeepOne(twice, account, availability, host.now()), at };
}

async function keepOne(host: KeepOneHost, twice: Twice, session: string, confirmedAt: number): Promise<RowState> {
  const { versionId, modelId } = twice;
  const result = await host.reAdd({ session, versionId, modelId, confirmedAt });
  const problem = result.ok ? result.value.problem : result.problem;
  return problem ? { kind: 'missed', why: describeMissed(problem, host.now()) } : { kind: 'done' };
}

/** Their next step is to remove or to add the version, but here it is to keep one again: that button stands below. */
const OF_REMOVALS: readonly Problem['kind'][] = ['removal-expired', 'removal-unsent', 'not-done', 'contradicted'];

function describeMissed(problem: Problem, now: number): string {
  const { what, meaning, next } = describeProblem(problem, now);
  return joinSentences(what, meaning, OF_REMOVALS.includes(problem.kind) ? '' : next);
}
