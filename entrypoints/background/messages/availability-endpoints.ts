import type { AvailabilityLookUp } from '@/entrypoints/background/availability/availability';
import { isModelId, isVersionId, type ModelId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import { AVAILABILITIES_AT_ONCE, type VersionOfModel } from '@/utils/messages/protocol';
import { availabilities, modelVersions, versionAvailability } from '@/utils/messages/requests';
import { ok } from '@/utils/problem';
import { endpoint } from './endpoint';
import { hasModelId, hasVersionId, isListOf, isOptionalFlag } from './guards';

export type AvailabilityServices = { availability: AvailabilityLookUp };

/** What the site still gives to whom. */
export function availabilityEndpoints({ availability }: AvailabilityServices) {
  return [
    endpoint(modelVersions, isModelAsked, ({ modelId, isFresh }) => availability.modelVersions(modelId, isFresh)),
    endpoint(versionAvailability, hasVersionId, ({ versionId }) => availability.versionAvailability(versionId)),
    endpoint(availabilities, hasVersions, async ({ versions }) => ok(await availability.availabilities(versions))),
  ];
}

function isModelAsked(arg: unknown): arg is { modelId: ModelId; isFresh?: boolean } {
  return hasModelId(arg) && (!('isFresh' in arg) || isOptionalFlag(arg.isFresh));
}

function hasVersions(arg: unknown): arg is { versions: VersionOfModel[] } {
  return isRecord(arg) && isListOf(arg.versions, isVersionOfModel) && arg.versions.length <= AVAILABILITIES_AT_ONCE;
}

function isVersionOfModel(value: unknown): value is VersionOfModel {
  return isRecord(value) && isVersionId(value.versionId) && isModelId(value.modelId);
}
