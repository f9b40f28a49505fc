import { isModelId, isVersionId, type ModelId, type VersionId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import type { ScreenPoint } from '@/utils/messages/own-ground';
import type { VersionIds } from '@/utils/messages/protocol';

/** More ids than a page can show: none of our scripts sends more. */
const MAX_IDS_ASKED = 2_000;

/** A message without an argument. */
export function isAbsent(arg: unknown): arg is undefined {
  // Firefox and Chromium disagree about how `undefined` crosses the border.
  return arg === undefined || arg === null;
}

export function isListOf<Id>(value: unknown, isId: (id: unknown) => id is Id): value is Id[] {
  return Array.isArray(value) && value.length <= MAX_IDS_ASKED && value.every(isId);
}

export function hasModelId(arg: unknown): arg is { modelId: ModelId } {
  return isRecord(arg) && isModelId(arg.modelId);
}

export function hasVersionId(arg: unknown): arg is { versionId: VersionId } {
  return isRecord(arg) && isVersionId(arg.versionId);
}

export function hasVersionIds(arg: unknown): arg is VersionIds {
  return isRecord(arg) && isListOf(arg.versionIds, isVersionId);
}

/** True for a field that may be left out, and is a boolean where it is there. */
export function isOptionalFlag(value: unknown): value is boolean | undefined {
  return value === undefined || typeof value === 'boolean';
}

/** True for a point that may be left out. */
export function isOptionalPoint(value: unknown): value is ScreenPoint | undefined {
  return value === undefined || (isRecord(value) && Number.isFinite(value.x) && Number.isFinite(value.y));
}
