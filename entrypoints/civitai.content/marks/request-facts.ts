import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { isWanted, type MarksOfPage } from './draw-marks';
import type { MarkEntry } from './link-registry';

/** How many short addresses a page may have looked up: more than any text of a user holds. */
const MOST_SHORT = 10;

/**
 * Requests what the marks of these entries will show. Short addresses don't name their version's model (site-facts.md 0), so that is
 * looked up as well; `lookedUp` holds the versions of this page that were.
 */
export function requestFacts(page: MarksOfPage, entries: Iterable<MarkEntry>, lookedUp: Set<VersionId>): void {
  const { client, lookUps } = page.sources;
  const versionIds: VersionId[] = [];
  const unseenIds: VersionId[] = [];
  const modelIds: ModelId[] = [];
  const isSignedIn = client.connection()?.kind === 'signed-in';
  let isAny = false;
  for (const entry of entries) {
    const { versionId, modelId } = entry.target;
    const isShort = versionId !== undefined && modelId === undefined;
    if (isSignedIn && isShort && !lookedUp.has(versionId) && lookedUp.size < MOST_SHORT) {
      lookedUp.add(versionId);
      void lookUps.version(versionId);
    }
    if (!isWanted(page, entry)) continue;
    isAny = true;
    if (versionId !== undefined) (isSeen(page, entry) ? versionIds : unseenIds).push(versionId);
    else if (modelId !== undefined) modelIds.push(modelId);
  }
  if (!isAny) return;
  client.requestVersions(versionIds);
  if (unseenIds.length > 0) client.requestVersions(unseenIds, 0);
  client.requestModels(modelIds);
}

/** False for a link in a text that is not in view yet: the site is asked about it once it is. */
function isSeen({ seen }: MarksOfPage, entry: MarkEntry): boolean {
  if (entry.surface.place || seen.has(entry)) return true;
  seen.await(entry);
  return false;
}
