import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import { retryAt } from '@/entrypoints/civitai.content/vault-client/retry-at';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import type { Availability, ModelVersions } from '@/utils/vault/version-availability';
import type { VersionsOnScreen } from './versions-on-screen';

/** One model on screen, from arrival to departure. */
export type Visit = {
  modelId: ModelId;
  /** What the address names, if it names a version. */
  urlVersion: VersionId | undefined;
  arrivedAt: number;
  /** When address or list last changed: the two are compared only after a while of quiet. */
  changedAt: number;
  /** The model's versions, as soon as they are known. */
  data: ModelVersions | undefined;
  isAsking: boolean;
  /** Why they could not be looked up the last time, and when that is tried again by itself (epoch ms). */
  trouble: { problem: Problem; until: number } | undefined;
  /** Versions that the page links to. */
  links: Set<VersionId>;
  /** Looked up for versions that were on screen; `undefined` while or when that brought nothing. */
  offers: Map<VersionId, Availability | undefined>;
  /** What is on screen, as far as it is certain. */
  screen: VersionsOnScreen | undefined;
  leave: AbortController;
};

/** A visit that begins now. */
export function startVisit(modelId: ModelId, urlVersion: VersionId | undefined): Visit {
  const now = Date.now();
  return {
    modelId,
    urlVersion,
    arrivedAt: now,
    changedAt: now,
    data: undefined,
    isAsking: false,
    trouble: undefined,
    links: new Set(),
    offers: new Map(),
    screen: undefined,
    leave: new AbortController(),
  };
}

/** Asks for the model's versions, once at a time, and after a failure not before its time; `settled` is called unless the visit is over by then. */
export async function loadVersions(visit: Visit, client: Client, settled: () => void): Promise<void> {
  if (visit.isAsking || Date.now() < (visit.trouble?.until ?? 0)) return;
  visit.isAsking = true;
  const answer = await client.modelVersions(visit.modelId);
  if (visit.leave.signal.aborted) return;
  visit.isAsking = false;
  visit.trouble = answer.ok ? undefined : { problem: answer.problem, until: untilOf(answer.problem) };
  if (answer.ok) visit.data = answer.value;
  settled();
}

/** What waiting alone won't change: what the site's list leaves out stays out, and who is turned away is turned away again. */
const LASTING: readonly Problem['kind'][] = ['not-available', 'blocked', 'region-blocked', 'host-not-granted'];

function untilOf(problem: Problem): number {
  return LASTING.includes(problem.kind) ? Number.POSITIVE_INFINITY : retryAt(problem);
}

/** An occasion to ask for the versions again now, unless the site has asked for a pause. */
export function retryVersions({ trouble }: Visit): void {
  if (trouble && trouble.problem.kind !== 'limited') trouble.until = 0;
}

/** What the site offers of the version on screen; looked up once where the page's own data don't say. */
export function availabilityOf(
  visit: Visit,
  versionId: VersionId,
  client: Client,
  found: () => void,
): Availability | undefined {
  if (visit.offers.has(versionId)) return visit.offers.get(versionId);
  visit.offers.set(versionId, undefined);
  void client.versionAvailability(versionId).then(answer => {
    if (!answer.ok || visit.leave.signal.aborted) return;
    visit.offers.set(versionId, answer.value.availability);
    found();
  });
  return undefined;
}
