import { foldName } from '@/entrypoints/civitai.content/surfaces/model-page';
import type { VersionId } from '@/utils/civitai/ids';

/** The version list as the page shows it, and what the page says of the version on screen. */
export type ListOnPage = {
  names: readonly string[];
  /** Index of the version on screen, -1 if none is marked as such. */
  active: number;
  /** The version that the address names, once it has settled. */
  address: VersionId | undefined;
  /** Versions that the page's own download and review links name: it has them for the one on screen alone (site-facts.md B.4). */
  linked: readonly VersionId[];
  /** A browser has changed the words: names prove nothing, order and address stay. */
  isTranslated: boolean;
  /** What each button was certain to stand for before. */
  learned: readonly (VersionId | undefined)[];
};

/** The model's versions in creator order. `page`: the page's own data; `anew`: looked up for this page, past our cache. */
export type KnownVersions = {
  versions: readonly { versionId: VersionId; versionName: string }[];
  source: 'page' | 'looked-up' | 'anew';
};

/** Which version each button stands for. */
export type Matched = {
  ids: (VersionId | undefined)[];
  /** The version on screen is certain: only then may anything be done to it. */
  isCertain: boolean;
  /** The known versions don't fit the page, or nothing confirms them: they have to be looked up anew. */
  isOutdated: boolean;
};

/**
 * Says which version each button stands for; buttons carry no ids, and names repeat and move (site-facts.md B.1). The settled address and
 * the page's own links veto every other match; then order counts, and a name alone is never enough to act on.
 */
export function matchVersions(page: ListOnPage, known: KnownVersions): Matched {
  const { active } = page;
  const named = namedOnScreen(page, known);
  const learned = page.learned.some((id, index) => index === active && isDenied(page, id)) ? [] : page.learned;
  const order = byOrder(page, known, named);
  const matched = order ?? byName(page, known);
  const isVetoed = active >= 0 && isDenied(page, matched[active]);
  const ids = page.names.map((_, index) => learned[index] ?? (isVetoed ? undefined : matched[index]));
  if (active < 0) return { ids: unique(ids), isCertain: false, isOutdated: true };
  const isLearned = learned[active] !== undefined;
  const isSure = named !== undefined || isLearned || (order !== undefined && known.source !== 'looked-up' && !isVetoed);
  const isCertain = named !== 'conflict' && isSure && (named ?? ids[active]) !== undefined;
  if (named === 'conflict') ids[active] = undefined;
  else if (named !== undefined) {
    // The page says that it is this one: no other button can be.
    for (const [index, id] of ids.entries()) if (id === named) ids[index] = undefined;
    ids[active] = named;
  }
  return { ids: unique(ids), isCertain, isOutdated: isVetoed || !isCertain || ids.includes(undefined) };
}

/** The version that the page says is on screen. `conflict`: its address says another than its links, or its data don't know it. */
function namedOnScreen({ address, linked }: ListOnPage, known: KnownVersions): VersionId | 'conflict' | undefined {
  const [only] = linked;
  if (address === undefined) return linked.length === 1 ? only : undefined;
  const isForeign = known.source === 'page' && !known.versions.some(version => version.versionId === address);
  return isForeign || isDenied({ address: undefined, linked }, address) ? 'conflict' : address;
}

function isDenied({ address, linked }: Pick<ListOnPage, 'address' | 'linked'>, id: VersionId | undefined): boolean {
  if (id === undefined) return false;
  return (address !== undefined && address !== id) || (linked.length > 0 && !linked.includes(id));
}

/** Matches by position: where the names agree, where the list is the page's own, or where the version on screen confirms it. */
function byOrder(
  { names, active, isTranslated }: ListOnPage,
  { versions, source }: KnownVersions,
  named: VersionId | 'conflict' | undefined,
): VersionId[] | undefined {
  if (names.length !== versions.length) return undefined;
  const shown = names.map(foldName);
  const listed = versions.map(version => foldName(version.versionName));
  const agree = shown.every((name, index) => name === listed[index]);
  // A name that stands at another place says that the order is another one.
  const isMoved = !isTranslated && shown.some((name, index) => name !== listed[index] && listed.includes(name));
  const isConfirmed = named !== undefined && versions[active]?.versionId === named;
  return agree || (!isMoved && (source === 'page' || isConfirmed))
    ? versions.map(version => version.versionId)
    : undefined;
}

/** Matches names that stand once in either list, in the same order, in a list of now: good enough to show, not to act on. */
function byName({ names, isTranslated }: ListOnPage, { versions, source }: KnownVersions): (VersionId | undefined)[] {
  const shown = names.map(foldName);
  const listed = versions.map(version => foldName(version.versionName));
  const isOnce = (all: readonly string[], name: string): boolean => all.indexOf(name) === all.lastIndexOf(name);
  const isSure = (name: string): boolean => listed.includes(name) && isOnce(shown, name) && isOnce(listed, name);
  const inOrder = listed.filter(name => shown.includes(name) && isSure(name));
  const isUsable = source === 'anew' && !isTranslated && shown.filter(isSure).every((name, at) => name === inOrder[at]);
  return shown.map(name => (isUsable && isSure(name) ? versions[listed.indexOf(name)]?.versionId : undefined));
}

/** Without the ids that two buttons would stand for. */
function unique(ids: readonly (VersionId | undefined)[]): (VersionId | undefined)[] {
  return ids.map(id => (ids.indexOf(id) === ids.lastIndexOf(id) ? id : undefined));
}
