import type { RadarRow } from '@/entrypoints/background/storage/radar-row';
import type { VersionId } from '@/utils/civitai/ids';

/** What was found out about versions: that they are gone, or which one is newer. */
export function hintsOf(row: RadarRow | undefined): Map<VersionId, 'only-copy' | VersionId> {
  const hints = new Map<VersionId, 'only-copy' | VersionId>();
  for (const { versionId, newerId } of row?.newer ?? []) hints.set(versionId, newerId);
  for (const { versionId, isGone } of row?.absences ?? []) if (isGone) hints.set(versionId, 'only-copy');
  return hints;
}
