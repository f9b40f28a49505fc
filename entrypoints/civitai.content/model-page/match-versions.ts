import { foldName } from '@/entrypoints/civitai.content/surfaces/model-page';
import type { VersionId } from '@/utils/civitai/ids';

type Named = { versionId: VersionId; versionName: string };

function countNames(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/**
 * Says which version each name on screen stands for, or `undefined` where more than one match is possible.
 *
 * The list carries no ids, names repeat, and the API may leave versions out or know others (site-facts.md B.1). So two
 * lists that agree name by name are matched by position. Otherwise a name is matched that stands once in either list, as long as the order
 * is the same.
 */
export function matchVersions(onScreen: readonly string[], known: readonly Named[]): (VersionId | undefined)[] {
  const shown = onScreen.map(foldName);
  const names = known.map(version => foldName(version.versionName));
  if (shown.length === names.length && shown.every((name, index) => name === names[index])) {
    return known.map(version => version.versionId);
  }
  const shownCounts = countNames(shown);
  const knownCounts = countNames(names);
  const isSure = (name: string): boolean => shownCounts.get(name) === 1 && knownCounts.get(name) === 1;
  const sureShown = shown.filter(isSure);
  const sureKnown = names.filter(isSure);
  if (sureShown.some((name, index) => name !== sureKnown[index])) return onScreen.map(() => undefined);
  return shown.map(name => (isSure(name) ? known[names.indexOf(name)]?.versionId : undefined));
}

/** The known versions that a name on screen could stand for. */
export function candidatesFor(name: string, known: readonly Named[]): VersionId[] {
  return known.filter(version => foldName(version.versionName) === foldName(name)).map(version => version.versionId);
}
