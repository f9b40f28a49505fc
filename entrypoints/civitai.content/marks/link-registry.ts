import { findSurface, type SurfaceMatch } from '@/entrypoints/civitai.content/surfaces/find-surface';
import { isSameTarget, nameOf, targetOf } from '@/entrypoints/civitai.content/surfaces/link-target';
import type { MarkedLink } from '@/entrypoints/civitai.content/views/marked-link';
import type { CivitaiTarget } from '@/utils/civitai/civitai-url';
import type { ModelId } from '@/utils/civitai/ids';

/** One mark that the page should have. `home`: what it stands in (a card's root, a row, or the link itself). */
export type MarkEntry = {
  home: HTMLElement;
  surface: SurfaceMatch;
  links: Set<HTMLAnchorElement>;
  target: CivitaiTarget;
};

/** The links on the page, and which of them share a mark: two links to one model in one row do. */
export type LinkRegistry = {
  readonly entries: Map<HTMLElement, MarkEntry>;
  readonly homes: Map<HTMLAnchorElement, HTMLElement>;
  /** Entries that stand for a model as a whole: an answer about a model must not look through all others. */
  readonly ofModels: Map<ModelId, Set<MarkEntry>>;
};

export function createLinkRegistry(): LinkRegistry {
  return { entries: new Map(), homes: new Map(), ofModels: new Map() };
}

/** Takes over links that came, changed or went. Returns the entries that came or changed, and those without a link from now on. */
export function registerLinks(
  registry: LinkRegistry,
  links: readonly HTMLAnchorElement[],
): { changed: Set<MarkEntry>; removed: MarkEntry[] } {
  const changed = new Set<MarkEntry>();
  const removed: MarkEntry[] = [];
  // Links that went come first: the next link in a card must not take over a mark that is about to go.
  for (const link of links) if (!link.isConnected) removeLink(registry, link, removed);
  const base = location.href;
  for (const link of links) {
    if (!link.isConnected) continue;
    const target = targetOf(link, base);
    const surface = target && findSurface(link);
    const home = surface && (surface.place?.host ?? link);
    if (registry.homes.get(link) !== home) removeLink(registry, link, removed);
    if (target && surface && home) changed.add(addLink(registry, link, home, surface, target));
  }
  return { changed, removed };
}

function removeLink(registry: LinkRegistry, link: HTMLAnchorElement, removed: MarkEntry[]): void {
  const { entries, homes } = registry;
  const home = homes.get(link);
  const entry = home && entries.get(home);
  homes.delete(link);
  if (!entry) return;
  entry.links.delete(link);
  if (entry.links.size > 0) return;
  entries.delete(entry.home);
  leaveModel(registry, entry);
  removed.push(entry);
}

function addLink(
  registry: LinkRegistry,
  link: HTMLAnchorElement,
  home: HTMLElement,
  surface: SurfaceMatch,
  target: CivitaiTarget,
): MarkEntry {
  const { entries, homes } = registry;
  homes.set(link, home);
  const entry = entries.get(home);
  if (!entry) {
    const created = { home, surface, links: new Set([link]), target };
    entries.set(home, created);
    joinModel(registry, created);
    return created;
  }
  entry.links.add(link);
  entry.surface = surface;
  if (isSameTarget(entry.target, target)) return entry;
  leaveModel(registry, entry);
  entry.target = target;
  joinModel(registry, entry);
  return entry;
}

function joinModel({ ofModels }: LinkRegistry, entry: MarkEntry): void {
  const { modelId, versionId } = entry.target;
  if (modelId === undefined || versionId !== undefined) return;
  const others = ofModels.get(modelId);
  if (others) others.add(entry);
  else ofModels.set(modelId, new Set([entry]));
}

function leaveModel({ ofModels }: LinkRegistry, entry: MarkEntry): void {
  const { modelId } = entry.target;
  const entries = modelId === undefined ? undefined : ofModels.get(modelId);
  if (modelId === undefined || !entries?.delete(entry) || entries.size > 0) return;
  ofModels.delete(modelId);
}

/** What the mark of an entry stands for; the name is the first that one of its links says. */
export function markedOf({ links, target }: MarkEntry): MarkedLink {
  for (const link of links) {
    const name = nameOf(link);
    if (name) return { target, name };
  }
  return { target, name: '' };
}
