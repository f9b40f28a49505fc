import type { Snapshot } from '@/utils/account/account';
import { siteLinks } from '@/utils/civitai/site-links';
import type { Problem, ProblemKind } from '@/utils/problem';
import { overLimitOf } from '@/utils/vault/over-limit';
import { storageState } from '@/utils/vault/storage-state';
import type { VaultSummary } from '@/utils/vault/vault-summary';
import { describeFit } from '@/utils/vault/what-fits';
import { describeProblem, type Sentences } from './sentences';
import { describeStorage } from './storage-sentences';

export type Tone = 'info' | 'warning' | 'error';

/** What a page can do about something by itself; each does it in its own way. */
export type Act = 'retry' | 'connect' | 'allow-site';

/** What is offered as the next step. */
export type Remedy = { kind: Act; label: string } | { kind: 'link'; label: string; href: string } | { kind: 'none' };

/** One notice, the same on every page of the extension. */
export type NoticeContent = { id: string; tone: Tone; says: Sentences; remedy: Remedy };

const CALM: ReadonlySet<ProblemKind> = new Set(['no-vault', 'read-only-key', 'not-signed-in']);
const HARMLESS: ReadonlySet<ProblemKind> = new Set(['offline', 'limited', 'timed-out', 'lapsed', 'host-not-granted']);

function toneOf(kind: ProblemKind): Tone {
  if (CALM.has(kind)) return 'info';
  return HARMLESS.has(kind) ? 'warning' : 'error';
}

const RETRY: Remedy = { kind: 'retry', label: 'Try again' };

/** The one next step that helps. `now` is epoch ms. */
function remedyFor(problem: Problem, now: number): Remedy {
  switch (problem.kind) {
    case 'not-signed-in':
      return { kind: 'connect', label: 'Connect Vaulted' };
    case 'read-only-key':
    case 'key-refused':
      return { kind: 'connect', label: 'Use another key' };
    case 'host-not-granted':
      return { kind: 'allow-site', label: 'Allow access' };
    case 'no-vault':
    case 'lapsed':
      return { kind: 'link', label: 'See memberships', href: siteLinks.memberships };
    case 'over-quota':
    case 'removal-refused':
    case 'duplicated':
      return { kind: 'link', label: 'Open your vault page on Civitai', href: siteLinks.vault };
    case 'blocked':
    case 'region-blocked':
      return { kind: 'link', label: 'Open Civitai', href: siteLinks.home };
    case 'limited':
      // Asking earlier would only make the pause longer.
      return now < problem.until ? { kind: 'none' } : RETRY;
    default:
      return RETRY;
  }
}

/** The notice for a problem. `now` is epoch ms. */
export function noticeOf(problem: Problem, now: number): NoticeContent {
  const { kind } = problem;
  return { id: kind, tone: toneOf(kind), says: describeProblem(problem, now), remedy: remedyFor(problem, now) };
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

/** How full the vault is, where that needs words that nobody else says (components/over-limit-notice.tsx). */
function storageNotice({ quota, membership }: Snapshot, types: VaultSummary['types']): NoticeContent[] {
  const says = quota && membership !== 'lapsed' && !overLimitOf(quota) ? describeStorage(quota) : undefined;
  if (!quota || !says) return [];
  const state = storageState(quota);
  if (state === 'empty') return [{ id: 'empty', tone: 'info', says, remedy: { kind: 'none' } }];
  const fit = state === 'nearly-full' ? describeFit(quota.totalKb - quota.usedKb, types) : undefined;
  const meaning = fit ? `${says.meaning} ${fit}` : says.meaning;
  const remedy: Remedy = { kind: 'link', label: 'Get more storage on Civitai', href: siteLinks.memberships };
  return [{ id: 'storage', tone: 'warning', says: { ...says, meaning }, remedy }];
}

/** What is known of a vault, as far as notices go. */
type Known = {
  snapshot: Snapshot | undefined;
  /** What is wrong at the moment, the most pressing first. */
  problems: readonly Problem[];
  /** What the vault holds, as far as that is known. */
  types?: VaultSummary['types'] | undefined;
};

/** Every notice there is, the most pressing first, each once. `now` is epoch ms. */
export function noticesOf({ snapshot, problems, types = [] }: Known, now: number): NoticeContent[] {
  const all = [...problems, ...(snapshot ? standingProblems(snapshot) : [])];
  const once = all.filter(({ kind }, at) => all.findIndex(other => other.kind === kind) === at);
  return [...once.map(each => noticeOf(each, now)), ...(snapshot ? storageNotice(snapshot, types) : [])];
}
