import { type ModelId, readModelId, readVersionId, type VersionId } from '@/utils/civitai/ids';

/** A version id, for tests. */
export function version(id: number): VersionId {
  const read = readVersionId(String(id));
  if (read === undefined) throw new Error(`${id} is not a version id`);
  return read;
}

/** A model id, for tests. */
export function model(id: number): ModelId {
  const read = readModelId(String(id));
  if (read === undefined) throw new Error(`${id} is not a model id`);
  return read;
}
