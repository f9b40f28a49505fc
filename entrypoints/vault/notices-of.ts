import type { Tone } from '@/components/notice';
import type { Snapshot } from '@/utils/account';
import { type OverLimit, overLimitOf } from '@/utils/over-limit';
import type { Problem, ProblemKind } from '@/utils/problem';
import { describeProblem, type Sentences } from '@/utils/sentences';
import { siteLinks } from '@/utils/site-links';
import { describeStorage } from '@/utils/storage-sentences';
import { storageState } from '@/utils/storage-state';
import type { VaultData } from './vault-data';

/** What helps against it. */
export type Remedy =
  | { kind: 'retry' }
  | { kind: 'sign-in'; label: string }
  | { kind: 'link'; label: string; href: string }
  | { kind: 'none' };

export type PageNotice = { id: string; tone: Tone; says: Sentences; remedy: Remedy };

const CALM: ReadonlySet<ProblemKind> = new Set(['no-vault', 'read-only-key']);
const HARMLESS: ReadonlySet<ProblemKind> = new Set(['offline', 'limited', 'timed-out', 'lapsed', 'host-not-granted']);

function toneOf(kind: ProblemKind): Tone {
  if (CALM.has(kind)) return 'info';
  return HARMLESS.has(kind) ? 'warning' : 'error';
}

function remedyFor(problem: Problem, now: number): Remedy {
  switch (problem.kind) {
    case 'not-signed-in':
      return { kind: 'sign-in', label: 'Connect Vaulted' };
    case 'key-refused':
    case 'read-only-key':
      return { kind: 'sign-in', label: 'Use another key' };
    case 'host-not-granted':
      return { kind: 'sign-in', label: 'Open Vaulted' };
    case 'no-vault':
    case 'lapsed':
      return { kind: 'link', label: 'See memberships', href: siteLinks.memberships };
    case 'blocked':
    case 'region-blocked':
      return { kind: 'link', label: 'Open Civitai', href: siteLinks.home };
    case 'limited':
      return now < problem.until ? { kind: 'none' } : { kind: 'retry' };
    default:
      return { kind: 'retry' };
  }
}

function noticeOf(problem: Problem, now: number): PageNotice {
  const { kind } = problem;
  return { id: kind, tone: toneOf(kind), says: describeProblem(problem, now), remedy: remedyFor(problem, now) };
}

/** What becomes of a vault that holds as much as it may, or more. */
export function overLimit({ quota }: Snapshot): OverLimit | undefined {
  return quota && overLimitOf(quota);
}

/** What is so whether or not the last refresh worked. */
function standing({ snapshot }: VaultData): Problem[] {
  if (!snapshot) return [];
  const problems: Problem[] = [];
  if (snapshot.membership === 'never') problems.push({ kind: 'no-vault' });
  // Whoever still keeps something hears more than that: when it ends.
  if (snapshot.membership === 'lapsed' && !overLimit(snapshot)) problems.push({ kind: 'lapsed' });
  if (!snapshot.canWrite) problems.push({ kind: 'read-only-key' });
  return problems;
}

function storageNotice({ snapshot }: VaultData): PageNotice[] {
  const isSaid = !snapshot || snapshot.membership === 'lapsed' || overLimit(snapshot);
  const quota = isSaid ? undefined : snapshot.quota;
  const says = quota && describeStorage(quota);
  if (!quota || !says || storageState(quota) === 'empty') return [];
  return [
    {
      id: 'storage',
      tone: 'warning',
      says,
      remedy: { kind: 'link', label: 'Get more storage', href: siteLinks.memberships },
    },
  ];
}

/** Everything there is to say above the list, the most pressing first, each once. */
export function noticesOf(data: VaultData, now: number): PageNotice[] {
  const reading = data.status.kind === 'failed' ? [data.status.problem] : [];
  const problems = [...(data.problem ? [data.problem] : []), ...reading, ...standing(data)];
  const once = problems.filter(({ kind }, at) => problems.findIndex(other => other.kind === kind) === at);
  return [...once.map(problem => noticeOf(problem, now)), ...storageNotice(data)];
}
