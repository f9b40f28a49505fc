import type { ModelId, VersionId } from '@/utils/ids';
import type { Availability, ModelVersions } from '@/utils/version-offer';
import type { Client } from './client';
import type { Screen } from './screen';

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
  /** Versions that the page links to. */
  links: Set<VersionId>;
  /** Looked up for versions that were on screen; `undefined` while or when that brought nothing. */
  offers: Map<VersionId, Availability | undefined>;
  /** What is on screen, as far as it is certain. */
  screen: Screen | undefined;
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
    links: new Set(),
    offers: new Map(),
    screen: undefined,
    leave: new AbortController(),
  };
}

/** Asks for the model's versions, once at a time; `found` is called unless the visit is over by then. */
export async function loadVersions(visit: Visit, client: Client, found: () => void): Promise<void> {
  if (visit.isAsking) return;
  visit.isAsking = true;
  const answer = await client.modelVersions(visit.modelId);
  if (visit.leave.signal.aborted) return;
  // After a failure nothing asks again by itself: the next navigation does.
  visit.isAsking = !answer.ok;
  if (answer.ok) visit.data = answer.value;
  found();
}

/** What the site offers of the version on screen; looked up once where the page's own data don't say. */
export function offerOf(
  visit: Visit,
  versionId: VersionId,
  client: Client,
  found: () => void,
): Availability | undefined {
  if (visit.offers.has(versionId)) return visit.offers.get(versionId);
  visit.offers.set(versionId, undefined);
  void client.versionOffer(versionId).then(answer => {
    if (!answer.ok || visit.leave.signal.aborted) return;
    visit.offers.set(versionId, answer.value.availability);
    found();
  });
  return undefined;
}
