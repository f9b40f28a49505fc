import { isVersionId, type VersionId } from '@/utils/civitai/ids';

/** The number as a version's id. */
export function asVersion(value: number): VersionId {
  if (!isVersionId(value)) throw new Error(`${value} is no version id`);
  return value;
}
