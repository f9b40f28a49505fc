import { IDS_AT_ONCE } from '@/entrypoints/background/api/vault-api';
import { createAllowance, createAllowances } from '@/entrypoints/background/timing/budget';
import { createSlots } from '@/entrypoints/background/timing/single-flight';
import type { CheckedFacts, VaultEngine } from '@/entrypoints/background/vault/engine';
import { isPauseOver } from '@/utils/age';
import type { VersionId } from '@/utils/civitai/ids';
import { LONGEST_PAUSE_MS, type Problem } from '@/utils/problem';

const MINUTE_MS = 60_000;
/** More than a user scrolls past in a minute; the rest waits its turn. */
const IDS_OF_TAB = 300;
const IDS_OF_ALL = 1_000;
/** Small checks cost the site as much as large ones. */
const REQUESTS_OF_ALL = 30;
/** Checks of pages that are under way at a time: those of the user's own intents have no such limit. */
const CHECKS_AT_ONCE = 2;
/** No browser shows more at a time; the tabs that asked first are forgotten first. */
const MOST_TABS = 200;

/** Has versions checked for a tab of the site; what is over its budget isn't asked, and the answer says when to ask again. */
export type PageChecks = (
  tabId: number | undefined,
  versionIds: readonly VersionId[],
  isFresh?: boolean,
) => Promise<CheckedFacts>;

/**
 * One budget for all checks that pages of the site cause. The engine's own checks don't pass here, so the user's intents and what has to
 * be settled go first. When the site asks to wait, pages wait; settling has its own pauses.
 */
export function createPageChecks(engine: Pick<VaultEngine, 'check' | 'cachedFacts'>, now: () => number): PageChecks {
  const inSlot = createSlots(CHECKS_AT_ONCE);
  const requests = createAllowance({ most: REQUESTS_OF_ALL, withinMs: MINUTE_MS });
  const takeIds = createIdAllowances();
  let limited: Extract<Problem, { kind: 'limited' }> | undefined;

  async function checkPart(part: readonly VersionId[], isFresh: boolean): Promise<CheckedFacts> {
    if (limited && isPauseOver(limited.until, LONGEST_PAUSE_MS, now())) limited = undefined;
    if (limited) return { facts: await engine.cachedFacts(part), problem: limited };
    if (requests.take(1, now()) === 0) return waiting(part, requests.freeAt(now()));
    const checked = await engine.check(part, isFresh);
    if (checked.problem?.kind === 'limited') limited = checked.problem;
    return checked;
  }
  const waiting = async (part: readonly VersionId[], until: number): Promise<CheckedFacts> => {
    const facts = await engine.cachedFacts(part);
    return part.length === 0 ? { facts } : { facts, problem: { kind: 'page-limit', of: 'checks', until } };
  };

  return async (tabId = -1, versionIds, isFresh = false) => {
    const { count, freeAt } = takeIds(tabId, versionIds.length, now());
    const parts: VersionId[][] = [];
    for (let start = 0; start < count; start += IDS_AT_ONCE)
      parts.push(versionIds.slice(start, Math.min(start + IDS_AT_ONCE, count)));
    const checked = await Promise.all([
      ...parts.map(part => inSlot(() => checkPart(part, isFresh))),
      waiting(versionIds.slice(count), freeAt),
    ]);
    const problem = checked.find(each => each.problem)?.problem;
    return { facts: checked.flatMap(({ facts }) => facts), ...(problem && { problem }) };
  };
}

/** The ids that a tab, and all of them together, may have checked. */
function createIdAllowances() {
  const ofAll = createAllowance({ most: IDS_OF_ALL, withinMs: MINUTE_MS });
  const ofTabs = createAllowances<number>(MOST_TABS, { most: IDS_OF_TAB, withinMs: MINUTE_MS });
  return (tabId: number, wanted: number, now: number): { count: number; freeAt: number } => {
    const ofTab = ofTabs(tabId);
    const count = ofAll.take(ofTab.take(wanted, now), now);
    return { count, freeAt: Math.max(ofTab.freeAt(now), ofAll.freeAt(now)) };
  };
}
