import type { AvailabilityLookUp } from '@/entrypoints/background/availability/availability';
import { createPageLookUps } from '@/entrypoints/background/page-budget/page-look-ups';
import type { Radar } from '@/entrypoints/background/radar/radar';
import type { Swaps } from '@/entrypoints/background/removal/swap';
import { isModelId, isVersionId, type ModelId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import { AVAILABILITIES_AT_ONCE, MAX_NAME_LENGTH, type VersionOfModel } from '@/utils/messages/protocol';
import type { SwapAsked } from '@/utils/messages/radar';
import { keepBoth, radarFindings, radarSeen, swapVersion } from '@/utils/messages/rows/radar-requests';
import { availabilities, modelVersions, versionAvailability } from '@/utils/messages/rows/requests';
import { ok } from '@/utils/problem';
import { endpoint, type From } from './endpoint';
import { hasModelId, hasVersionId, isAbsent, isListOf, isOptionalFlag } from './guards';

export type AvailabilityServices = {
  availability: AvailabilityLookUp;
  radar: Pick<Radar, 'findings' | 'markSeen' | 'endSwap'>;
  swaps: Swaps;
  /** Epoch ms. */
  now: () => number;
};

/** What the site still gives to whom, what it no longer has, and what it has that is newer. */
export function availabilityEndpoints({ availability, radar, swaps, now }: AvailabilityServices) {
  const take = createPageLookUps(now);
  const refusal = ({ caller, tabId }: From) => (caller === 'site' ? take(tabId) : undefined);
  return [
    endpoint(
      modelVersions,
      isModelAsked,
      async ({ modelId, isFresh }, from) => refusal(from) ?? availability.modelVersions(modelId, isFresh),
    ),
    endpoint(
      versionAvailability,
      hasVersionId,
      async ({ versionId }, from) => refusal(from) ?? availability.versionAvailability(versionId),
    ),
    endpoint(availabilities, hasVersions, async ({ versions, isFresh }) =>
      ok(await availability.availabilities(versions, isFresh)),
    ),
    endpoint(radarFindings, isAbsent, () => radar.findings()),
    endpoint(radarSeen, isAbsent, async () => void (await radar.markSeen())),
    endpoint(keepBoth, hasVersionId, async ({ versionId }) => void (await radar.endSwap(versionId))),
    endpoint(swapVersion, isSwap, (asked, { place }) => swaps.swap(asked, place)),
  ];
}

function isModelAsked(arg: unknown): arg is { modelId: ModelId; isFresh?: boolean } {
  return hasModelId(arg) && (!('isFresh' in arg) || isOptionalFlag(arg.isFresh));
}

function hasVersions(arg: unknown): arg is { versions: VersionOfModel[]; isFresh?: boolean } {
  return (
    isRecord(arg) &&
    isListOf(arg.versions, isVersionOfModel) &&
    arg.versions.length <= AVAILABILITIES_AT_ONCE &&
    isOptionalFlag(arg.isFresh)
  );
}

function isVersionOfModel(value: unknown): value is VersionOfModel {
  return isRecord(value) && isVersionId(value.versionId) && isModelId(value.modelId);
}

function isSwap(arg: unknown): arg is SwapAsked {
  return (
    isRecord(arg) &&
    typeof arg.session === 'string' &&
    [arg.versionId, arg.newerId].every(isVersionId) &&
    arg.versionId !== arg.newerId &&
    isModelId(arg.modelId) &&
    [arg.modelName, arg.newerName].every(name => typeof name === 'string' && name.length <= MAX_NAME_LENGTH) &&
    typeof arg.confirmedAt === 'number'
  );
}
