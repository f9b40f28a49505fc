import type { Tone } from '@/components/notice';
import type { Snapshot } from '@/utils/account';
import type { Problem, ProblemKind } from '@/utils/problem';
import { describeProblem, type Sentences } from '@/utils/sentences';
import { siteLinks } from '@/utils/site-links';
import { describeStorage, storageState } from '@/utils/storage-state';
import { type Remedy, remedyFor } from './remedy';

/** One notice of the popup. */
export type NoticeContent = { id: string; tone: Tone; says: Sentences; remedy: Remedy };

const CALM: ReadonlySet<ProblemKind> = new Set(['no-vault', 'read-only-key']);
const HARMLESS: ReadonlySet<ProblemKind> = new Set(['offline', 'limited', 'timed-out', 'lapsed', 'host-not-granted']);

function toneOf(kind: ProblemKind): Tone {
  if (CALM.has(kind)) return 'info';
  return HARMLESS.has(kind) ? 'warning' : 'error';
}

/** The notice for a problem. `now` is epoch ms. */
export function problemNotice(problem: Problem, now: number): NoticeContent {
  return {
    id: problem.kind,
    tone: toneOf(problem.kind),
    says: describeProblem(problem, now),
    remedy: remedyFor(problem, now),
  };
}

/** What is so whether or not the last refresh worked: membership and what the key may do. */
function standingProblems({ membership, canWrite }: Snapshot): Problem[] {
  const problems: Problem[] = [];
  if (membership === 'never') problems.push({ kind: 'no-vault' });
  if (membership === 'lapsed') problems.push({ kind: 'lapsed' });
  if (!canWrite) problems.push({ kind: 'read-only-key' });
  return problems;
}

/** How full the vault is, where that needs words. After a lapse the missing membership says it already. */
function storageNotice({ quota, membership }: Snapshot): NoticeContent[] {
  const says = quota && membership !== 'lapsed' ? describeStorage(quota) : undefined;
  if (!quota || !says) return [];
  const isEmpty = storageState(quota) === 'empty';
  const remedy: Remedy = isEmpty
    ? { kind: 'none' }
    : { kind: 'link', label: 'Open your vault page', href: siteLinks.vault };
  return [{ id: 'storage', tone: isEmpty ? 'info' : 'warning', says, remedy }];
}

/** Every notice for these figures, the most pressing first, each once. */
export function vaultNotices(snapshot: Snapshot, problem: Problem | undefined, now: number): NoticeContent[] {
  const standing = standingProblems(snapshot).filter(({ kind }) => kind !== problem?.kind);
  const problems = problem ? [problem, ...standing] : standing;
  return [...problems.map(each => problemNotice(each, now)), ...storageNotice(snapshot)];
}
