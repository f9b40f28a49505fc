import { connectionHere } from '@/entrypoints/civitai.content/surfaces/page-login';
import { type Connection, sessionOf } from '@/utils/account/account';
import { isOlderThan } from '@/utils/age';
import type { VersionId } from '@/utils/civitai/ids';
import type { VersionsAnswer } from '@/utils/messages/protocol';
import type { Problem, Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';

/** Versions checked longer ago than this may be checked again. */
const RECHECK_AFTER_MS = 60_000;

/** What this browser knows of a version (0); and the site, unless the list of the vault answers (1), or in any case (2). */
export type Need = 0 | 1 | 2;

/** What the page knows. Written by the functions of this file alone. */
export type FactCache = {
  readonly facts: Map<VersionId, VersionFact>;
  /** When each version was last requested, epoch ms, and how much was asked for. */
  readonly requestedAt: Map<VersionId, { at: number; need: Need }>;
  /** Why the last check of a version failed. */
  readonly failures: Map<VersionId, Problem>;
  readonly sessionChanged: (session: string | undefined) => boolean;
  connection: Connection | undefined;
  /** Why the last check of all failed. */
  problem: Problem | undefined;
};

/** An empty cache. `sessionChanged` hears whose vault it is each time that the worker says it; true: it is another one than before. */
export function createFactCache(sessionChanged: FactCache['sessionChanged']): FactCache {
  return {
    facts: new Map(),
    requestedAt: new Map(),
    failures: new Map(),
    sessionChanged,
    connection: undefined,
    problem: undefined,
  };
}

/**
 * Takes over who is signed in. True if that is another sign-in than before: then nothing on screen is as it was. While the key is
 * refused, the last known state stays: the site may accept it again.
 */
export function setConnection(cache: FactCache, said: Connection): boolean {
  const next = connectionHere(said);
  const isNews = sessionOf(next) !== sessionOf(cache.connection);
  // The first answer is about what was just requested: forgetting that would request it all again.
  if (cache.connection && isNews) cache.requestedAt.clear();
  cache.connection = next;
  if (next.kind !== 'key-refused' && cache.sessionChanged(next.kind === 'signed-in' ? next.session : undefined))
    cache.facts.clear();
  return isNews;
}

/** Notes that a version is requested at `now` (epoch ms). False where as much was requested already. */
export function noteRequest(cache: FactCache, versionId: VersionId, now: number, need: Need): boolean {
  const before = cache.requestedAt.get(versionId);
  if (before && before.need >= need) return false;
  cache.requestedAt.set(versionId, { at: now, need });
  return true;
}

/** Lets versions be requested again: those requested more than a minute ago, or all. */
export function expireRequests(cache: FactCache, isAll: boolean): void {
  const now = Date.now();
  for (const [id, { at }] of cache.requestedAt)
    if (isAll || isOlderThan(RECHECK_AFTER_MS, at, now)) cache.requestedAt.delete(id);
}

/** Lets versions be requested again whose check failed. */
export function expireFailures(cache: FactCache): void {
  for (const id of cache.failures.keys()) cache.requestedAt.delete(id);
}

export function storeFacts(cache: FactCache, facts: readonly VersionFact[]): void {
  for (const fact of facts) cache.facts.set(fact.versionId, fact);
}

/** Takes over the worker's news. A fact proven after a failed check makes up for it; the clock may have been set back between the two. */
export function storeNews(cache: FactCache, facts: readonly VersionFact[]): void {
  for (const { versionId, asOf } of facts)
    if (asOf > 0 && asOf !== cache.facts.get(versionId)?.asOf) cache.failures.delete(versionId);
  storeFacts(cache, facts);
}

/** Takes over a check's answer. True if more may have changed than the versions themselves. */
export function storeCheck(
  cache: FactCache,
  versionIds: readonly VersionId[],
  answer: Result<VersionsAnswer>,
): boolean {
  let isNews = true;
  if (answer.ok) {
    const { connection, facts, problem } = answer.value;
    isNews = setConnection(cache, connection) || problem !== undefined || cache.problem !== undefined;
    storeFacts(cache, facts);
    cache.problem = problem;
  } else {
    cache.problem = answer.problem;
  }
  for (const id of versionIds) {
    if (cache.problem) cache.failures.set(id, cache.problem);
    else cache.failures.delete(id);
  }
  return isNews;
}

/**
 * Takes over what this browser knew before the check. `before`: the connection when it was requested; an answer of another sign-in
 * than the one of now is out of date. Newer facts stay. True if the sign-in is another one.
 */
export function storeCached(cache: FactCache, before: Connection | undefined, answer: Result<VersionsAnswer>): boolean {
  if (!answer.ok) {
    if (!cache.connection) cache.problem = answer.problem;
    return false;
  }
  const { connection, facts } = answer.value;
  if (cache.connection !== before && sessionOf(cache.connection) !== sessionOf(connection)) return false;
  const isNews = setConnection(cache, connection);
  storeFacts(
    cache,
    facts.filter(fact => !cache.facts.has(fact.versionId) && (fact.state !== 'unknown' || fact.activity)),
  );
  return isNews;
}
