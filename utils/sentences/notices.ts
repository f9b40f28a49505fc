import type { Snapshot } from '@/utils/account/account';
import { isPauseOver } from '@/utils/age';
import { siteLinks } from '@/utils/civitai/site-links';
import { LONGEST_PAUSE_MS, type Problem, type ProblemKind } from '@/utils/problem';
import { t } from '@/utils/texts/texts';
import { overLimitOf } from '@/utils/vault/over-limit';
import { storageState } from '@/utils/vault/storage-state';
import type { VaultSummary } from '@/utils/vault/vault-summary';
import { describeProblem } from './describe-problem';
import { describeFit } from './fit-sentences';
import { joinSentences, type Sentences } from './sentences';
import { describeStorage } from './storage-sentences';

export type Tone = 'info' | 'warning' | 'error';

/** An action that a page can take by itself; `free-up`: the proposal of what can be removed. */
export type Act = 'retry' | 'connect' | 'allow-site' | 'start-afresh' | 'free-up';

/** The next step that a notice has a button or a link for. */
export type Remedy = { kind: Act; label: string } | { kind: 'link'; label: string; href: string } | { kind: 'none' };

/** A notice, the same on every page of the extension. `second`: another way, after the remedy. */
export type NoticeContent = { id: string; tone: Tone; sentences: Sentences; remedy: Remedy; second?: Remedy };

const INFO_KINDS: ReadonlySet<ProblemKind> = new Set([
  'no-vault',
  'read-only-key',
  'needs-key',
  'not-signed-in',
  'storage-brief',
]);
const WARNING_KINDS: ReadonlySet<ProblemKind> = new Set([
  'offline',
  'limited',
  'timed-out',
  'lapsed',
  'host-not-granted',
]);

function toneOf(kind: ProblemKind): Tone {
  if (INFO_KINDS.has(kind)) return 'info';
  return WARNING_KINDS.has(kind) ? 'warning' : 'error';
}

/** The next step that helps. `now` is epoch ms. */
function remedyFor(problem: Problem, now: number): Remedy {
  const retry: Remedy = { kind: 'retry', label: t('action.retry') };
  switch (problem.kind) {
    case 'not-signed-in':
      return { kind: 'connect', label: t('action.connect') };
    case 'needs-key':
    case 'login-refused':
    case 'login-changed':
      return { kind: 'connect', label: t('action.connect-key') };
    case 'read-only-key':
    case 'key-refused':
      return { kind: 'connect', label: t('action.use-other-key') };
    case 'storage-newer':
    case 'storage-damaged':
      return { kind: 'start-afresh', label: t('action.start-afresh') };
    case 'host-not-granted':
      return { kind: 'allow-site', label: t('action.allow-site') };
    case 'no-vault':
    case 'lapsed':
      return { kind: 'link', label: t('link.memberships'), href: siteLinks.memberships };
    case 'over-quota':
      return waysToSpace().remedy;
    case 'removal-refused':
    case 'duplicated':
      return { kind: 'link', label: t('link.vault-page'), href: siteLinks.vault };
    case 'blocked':
    case 'region-blocked':
      return { kind: 'link', label: t('link.civitai'), href: siteLinks.home };
    case 'storage-brief':
      return { kind: 'none' };
    case 'limited':
      // Asking earlier would only make the pause longer.
      return isPauseOver(problem.until, LONGEST_PAUSE_MS, now) ? retry : { kind: 'none' };
    default:
      return retry;
  }
}

/** The notice for a problem. `now` is epoch ms. */
export function noticeOf(problem: Problem, now: number): NoticeContent {
  const { kind } = problem;
  return { id: kind, tone: toneOf(kind), sentences: describeProblem(problem, now), remedy: remedyFor(problem, now) };
}

/** Problems that last beyond a refresh: the browser, the membership, and a key that may not write. */
function standingProblems({ membership, canWrite, isLogin, quota, hasNoList }: Snapshot): Problem[] {
  const problems: Problem[] = [];
  if (hasNoList) problems.push({ kind: 'storage-brief' });
  if (membership === 'never') problems.push({ kind: 'no-vault' });
  // A vault that still holds items gets the notice with the dates instead.
  if (membership === 'lapsed' && !(quota && overLimitOf(quota))) problems.push({ kind: 'lapsed' });
  if (!canWrite) problems.push({ kind: isLogin ? 'needs-key' : 'read-only-key' });
  return problems;
}

/** The notice of a full, nearly full or empty vault; over-limit-notice.tsx has the one of a vault over its limit. */
function storageNotice({ quota, membership, canWrite }: Snapshot, types: VaultSummary['types']): NoticeContent[] {
  const sentences = quota && membership !== 'lapsed' && !overLimitOf(quota) ? describeStorage(quota) : undefined;
  if (!quota || !sentences) return [];
  const state = storageState(quota);
  if (state === 'empty') {
    const remedy: Remedy = { kind: 'link', label: t('link.browse'), href: siteLinks.models };
    return [{ id: 'empty', tone: 'info', sentences, remedy }];
  }
  const fit = state === 'nearly-full' ? describeFit(quota.totalKb - quota.usedKb, types) : undefined;
  const meaning = joinSentences(sentences.meaning, fit);
  return [{ id: 'storage', tone: 'warning', sentences: { ...sentences, meaning }, ...waysToSpace(canWrite) }];
}

/** What makes space costs nothing, so it comes before what costs money. A key that may not write can remove nothing. */
export function waysToSpace(canWrite = true): { remedy: Remedy; second: Remedy } {
  return {
    remedy: canWrite ? { kind: 'free-up', label: t('free-up.title') } : { kind: 'none' },
    second: { kind: 'link', label: t('link.more-storage'), href: siteLinks.memberships },
  };
}

/** The input of {@link noticesOf}. */
type NoticeInput = {
  snapshot: Snapshot | undefined;
  /** The problems of the moment, the most urgent first. */
  problems: readonly Problem[];
  /** The vault's contents by type, if they are known. */
  types?: VaultSummary['types'] | undefined;
};

/** All notices, the most urgent first, each kind once. `now` is epoch ms. */
export function noticesOf({ snapshot, problems, types = [] }: NoticeInput, now: number): NoticeContent[] {
  const all = [...problems, ...(snapshot ? standingProblems(snapshot) : [])];
  const once = all.filter(({ kind }, at) => all.findIndex(other => other.kind === kind) === at);
  return [...once.map(each => noticeOf(each, now)), ...(snapshot ? storageNotice(snapshot, types) : [])];
}
