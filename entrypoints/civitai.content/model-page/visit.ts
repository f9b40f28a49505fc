import { readFreeKb, type SpaceClient } from '@/entrypoints/civitai.content/vault-client/free-space';
import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import { lookUpAgainAt } from '@/entrypoints/civitai.content/vault-client/retry-policy';
import { isOlderThan, isPauseOver } from '@/utils/age';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { LONGEST_PAUSE_MS, type Problem } from '@/utils/problem';
import type { Availability, ModelVersions } from '@/utils/vault/version-availability';
import type { KnownVersions } from './match-versions';
import type { VersionsOnScreen } from './versions-on-screen';

/** One model on screen, from its address to the next model's. Times are epoch ms. */
export type Visit = {
  modelId: ModelId;
  /** The version in the address, if there is one. */
  urlVersion: VersionId | undefined;
  startedAt: number;
  /** When address or list last changed: the two are compared only once both have settled. */
  changedAt: number;
  /** The model's versions, as soon as they are known. */
  versions: ModelVersions | undefined;
  /** Where the versions come from. */
  source: KnownVersions['source'];
  isLoading: boolean;
  /** Why the last look-up of the versions failed, and when it is repeated by itself. */
  failure: { problem: Problem; retryAt: number } | undefined;
  /** Versions that the page links to. */
  linked: Set<VersionId>;
  /** It was said that the vault has what the page hasn't. */
  isKeptSaid?: true;
  /** Looked up for versions that were on screen; `undefined` until the answer, and where it failed. */
  availabilities: Map<VersionId, Availability | undefined>;
  /** What was free in the vault when it was last asked for, and at which state of the page that was. */
  space: { states: string; freeKb: number | undefined };
  /** The version list, as far as it is certain what it shows. */
  screen: VersionsOnScreen | undefined;
  /** Aborts when the visit ends. */
  end: AbortController;
};

/** A visit that begins now. `versions`: what the page's own data say, where they are about this visit. */
export function startVisit(
  modelId: ModelId,
  urlVersion: VersionId | undefined,
  versions: ModelVersions | undefined,
): Visit {
  const now = Date.now();
  return {
    modelId,
    urlVersion,
    versions,
    source: versions ? 'page' : 'looked-up',
    startedAt: now,
    changedAt: now,
    isLoading: false,
    failure: undefined,
    linked: new Set(),
    availabilities: new Map(),
    space: { states: '', freeKb: undefined },
    screen: undefined,
    end: new AbortController(),
  };
}

/** The page gets this long to confirm by its address or its links which version it shows. */
const CONFIRM_MS = 1_000;
/** When to look again at what may have been confirmed by then, ms. */
export const CONFIRMED_AFTER_MS = CONFIRM_MS + 10;

/**
 * Looks up the model's versions: one request at a time, and after a failure not too soon. Once a visit it looks them up anew, where what
 * is known doesn't fit the page. `done` is not called after the visit's end.
 */
export async function loadVersions(visit: Visit, client: Client, done: () => void): Promise<void> {
  const isAnew = visit.versions !== undefined;
  if (visit.isLoading || !(isAnew ? isToBeLookedUpAnew(visit) : mayLookUp(visit))) return;
  visit.isLoading = true;
  const answer = await client.modelVersions(visit.modelId, isAnew);
  if (visit.end.signal.aborted) return;
  visit.isLoading = false;
  // Without an answer the versions that are known stay, and what is not certain stays so.
  if (isAnew) visit.source = 'anew';
  else visit.failure = answer.ok ? undefined : { problem: answer.problem, retryAt: lookUpAgainAt(answer.problem) };
  if (answer.ok) visit.versions = answer.value;
  done();
}

function isToBeLookedUpAnew({ screen, source, changedAt }: Visit): boolean {
  return screen?.isOutdated === true && source !== 'anew' && isOlderThan(CONFIRM_MS, changedAt, Date.now());
}

/** True while it may yet turn out by itself which version is on screen. */
export function isConfirming({ isLoading, source, changedAt }: Visit): boolean {
  return isLoading || (source !== 'anew' && !isOlderThan(CONFIRM_MS, changedAt, Date.now()));
}

function mayLookUp({ failure }: Visit): boolean {
  if (!failure) return true;
  return Number.isFinite(failure.retryAt) && isPauseOver(failure.retryAt, LONGEST_PAUSE_MS, Date.now());
}

/** Lets a failed look-up be repeated at once, unless the site asked for a pause. */
export function allowRetry({ failure }: Visit): void {
  if (failure && failure.problem.kind !== 'limited') failure.retryAt = 0;
}

/** Who may have the version on screen; looked up once where the page's own data don't say it. `found`: the answer came. */
export function availabilityOf(
  visit: Visit,
  versionId: VersionId,
  client: Client,
  found: () => void,
): Availability | undefined {
  if (visit.availabilities.has(versionId)) return visit.availabilities.get(versionId);
  visit.availabilities.set(versionId, undefined);
  void client.versionAvailability(versionId).then(answer => {
    if (!answer.ok || visit.end.signal.aborted) return;
    visit.availabilities.set(versionId, answer.value.availability);
    found();
  });
  return undefined;
}

/** What is free in the vault, KB; asked for again whenever `states` differ. `found`: it is another figure. */
export function freeKbOf(visit: Visit, states: string, client: SpaceClient, found: () => void): number | undefined {
  const { freeKb } = visit.space;
  if (visit.space.states === states) return freeKb;
  const space = { states, freeKb };
  visit.space = space;
  void readFreeKb(client).then(answer => {
    space.freeKb = answer;
    if (visit.space === space && answer !== freeKb && !visit.end.signal.aborted) found();
  });
  return freeKb;
}
