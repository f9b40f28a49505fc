import type { Snapshot } from '@/utils/account/account';
import type { TabSummary } from '@/utils/messages/tab-summary';
import type { Problem } from '@/utils/problem';
import type { Settings } from '@/utils/settings/settings';
import type { ShownEntry } from '@/utils/vault/history';
import type { VaultSummary } from '@/utils/vault/vault-summary';

/** What a report is made of; absent = not known. */
export type ReportParts = {
  version: string;
  /** The browser's own description of itself. */
  browser: string;
  /** The language of the browser. */
  language: string;
  settings: Settings;
  snapshot?: Snapshot | undefined;
  summary?: VaultSummary | undefined;
  /** The tab in front. */
  page?: TabSummary | undefined;
  history: readonly ShownEntry[];
  /** Epoch ms. */
  now: number;
};

/** As many problems as help a maintainer. */
const LAST = 20;

/**
 * The report for maintainers as text that the user can read before it is copied. Without `hasNames` it holds no name or id; of the key
 * and of addresses it never holds anything. Each field is named here: nothing gets in because it happens to be there.
 */
export function composeReport(parts: ReportParts, { hasNames }: { hasNames: boolean }): string {
  const { version, browser, language, settings, now } = parts;
  const { hidden, add, look, radar } = settings;
  const report = {
    vaulted: version,
    browser,
    language,
    at: timeOf(now),
    settings: { hidden, add, look, radar },
    account: accountOf(parts.snapshot),
    vault: vaultOf(parts.summary),
    page: pageOf(parts.page, hasNames),
    problems: problemsOf(parts.history, hasNames),
  };
  return JSON.stringify(report, null, 2);
}

function timeOf(at: number): string {
  return Number.isFinite(at) && Math.abs(at) < 8.64e15 ? new Date(at).toISOString() : 'unknown';
}

function accountOf(snapshot: Snapshot | undefined): Record<string, unknown> | string {
  if (!snapshot) return 'none';
  const { isLogin, isBrief, canWrite, membership, quota } = snapshot;
  const filled = quota && quota.totalKb > 0 ? `${Math.round((quota.usedKb / quota.totalKb) * 100)} %` : undefined;
  return { by: isLogin ? 'login' : 'key', isBrief: isBrief === true, canWrite, membership, filled };
}

function vaultOf(summary: VaultSummary | undefined): Record<string, unknown> | string {
  if (!summary) return 'unknown';
  const { stored, pending, failed, lost, twice, status } = summary;
  const read =
    status.kind === 'failed'
      ? { kind: status.kind, problem: kindOf(status.problem) }
      : { kind: status.kind, ...(status.kind === 'synced' && { at: timeOf(status.at) }) };
  return { stored, pending, failed, lost, twice, read };
}

function pageOf(page: TabSummary | undefined, hasNames: boolean): Record<string, unknown> | string {
  if (page?.page !== 'here') return page?.page ?? 'unknown';
  const { models, versions, unknownPlaces, onScreen } = page;
  const shown = hasNames && onScreen ? { modelId: onScreen.modelId, versionId: onScreen.versionId } : {};
  return { modelsMarked: models.all, versionsMarked: versions.all, placesUnknown: unknownPlaces, ...shown };
}

function problemsOf(history: readonly ShownEntry[], hasNames: boolean): Record<string, unknown>[] {
  return history
    .flatMap(({ at, act, place, end, versionId, modelId, modelName, versionName }) => {
      if (typeof end !== 'object') return [];
      const about = hasNames ? { versionId, modelId, modelName, versionName } : {};
      return [{ at: timeOf(at), act, place, problem: kindOf(end), ...about }];
    })
    .slice(0, LAST);
}

/** The kind alone: the rest of a problem may say how large something is. */
function kindOf(problem: Problem): string {
  return 'obstacle' in problem ? `${problem.kind}: ${problem.obstacle}` : problem.kind;
}
