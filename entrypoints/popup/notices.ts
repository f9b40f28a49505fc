import type { Tone } from '@/components/notice';
import type { Snapshot } from '@/utils/account';
import { overLimitOf } from '@/utils/over-limit';
import type { Problem, ProblemKind } from '@/utils/problem';
import { describeProblem, type Sentences } from '@/utils/sentences';
import { siteLinks } from '@/utils/site-links';
import type { Stock } from '@/utils/stock';
import { describeStorage } from '@/utils/storage-sentences';
import { storageState } from '@/utils/storage-state';
import { describeFit } from '@/utils/what-fits';
import { type Remedy, remedyFor } from './remedy';

/** One notice of the popup. */
export type NoticeContent = { id: string; tone: Tone; says: Sentences; remedy: Remedy };

const CALM: ReadonlySet<ProblemKind> = new Set(['no-vault', 'read-only-key', 'not-signed-in']);
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
function standingProblems({ membership, canWrite, quota }: Snapshot): Problem[] {
  const problems: Problem[] = [];
  if (membership === 'never') problems.push({ kind: 'no-vault' });
  // Whoever still keeps something hears more than that: when it ends.
  if (membership === 'lapsed' && !(quota && overLimitOf(quota))) problems.push({ kind: 'lapsed' });
  if (!canWrite) problems.push({ kind: 'read-only-key' });
  return problems;
}

/** How full the vault is, where that needs words that nobody else says. */
function storageNotice({ quota, membership }: Snapshot, types: Stock['types']): NoticeContent[] {
  const says = quota && membership !== 'lapsed' && !overLimitOf(quota) ? describeStorage(quota) : undefined;
  if (!quota || !says) return [];
  const state = storageState(quota);
  if (state === 'empty') return [{ id: 'storage', tone: 'info', says, remedy: { kind: 'none' } }];
  const fit = state === 'nearly-full' ? describeFit(quota.totalKb - quota.usedKb, types) : undefined;
  const meaning = fit ? `${says.meaning} ${fit}` : says.meaning;
  const remedy: Remedy = { kind: 'link', label: 'Open your vault page on Civitai', href: siteLinks.vault };
  return [{ id: 'storage', tone: 'warning', says: { ...says, meaning }, remedy }];
}

/** Every notice for these figures, the most pressing first, each once. `types`: what the vault holds, as far as that is known. */
export function vaultNotices(
  snapshot: Snapshot,
  problem: Problem | undefined,
  now: number,
  types: Stock['types'] = [],
): NoticeContent[] {
  const standing = standingProblems(snapshot).filter(({ kind }) => kind !== problem?.kind);
  const problems = problem ? [problem, ...standing] : standing;
  return [...problems.map(each => problemNotice(each, now)), ...storageNotice(snapshot, types)];
}
