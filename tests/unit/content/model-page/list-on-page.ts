import type { KnownVersions, ListOnPage } from '@/entrypoints/civitai.content/model-page/match-versions';
import { isVersionId, type VersionId } from '@/utils/civitai/ids';

export function id(value: number): VersionId {
  if (!isVersionId(value)) throw new Error(`${value} is not a version id`);
  return value;
}

/** Versions that are known, by id and name. */
export const known = (source: KnownVersions['source'], ...versions: [number, string][]): KnownVersions => ({
  source,
  versions: versions.map(([value, versionName]) => ({ versionId: id(value), versionName })),
});

/** The first version is on screen, and nothing says which it is, unless told otherwise. */
export const page = (names: string[], more: Partial<ListOnPage> = {}): ListOnPage => ({
  names,
  active: 0,
  address: undefined,
  linked: [],
  isTranslated: false,
  learned: [],
  ...more,
});
