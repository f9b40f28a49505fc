import { type Found, findSurface } from '@/entrypoints/civitai.content/surfaces/find-surface';
import { isSameTarget, nameOf, targetOf } from '@/entrypoints/civitai.content/surfaces/link-target';
import type { Marked } from '@/entrypoints/civitai.content/views/marked-link';
import type { CivitaiTarget } from '@/utils/civitai/civitai-url';

/** One mark to be: what it stands in (a card's root, a row, or the link itself) and the links there. */
export type MarkEntry = { home: HTMLElement; surface: Found; links: Set<HTMLAnchorElement>; target: CivitaiTarget };

/** Which links are on the page, and which of them share a mark: two links to one model in one row are one. */
export type LinkRegistry = {
  readonly entries: Iterable<MarkEntry>;
  /** Takes over what came, changed or went. Returns the entries that came or changed, and those that no link stands behind any more. */
  linksChanged(links: readonly HTMLAnchorElement[]): { met: Set<MarkEntry>; left: MarkEntry[] };
  at(home: HTMLElement): MarkEntry | undefined;
};

export function createLinkRegistry(): LinkRegistry {
  const entries = new Map<HTMLElement, MarkEntry>();
  const homes = new Map<HTMLAnchorElement, HTMLElement>();

  const leave = (link: HTMLAnchorElement, left: MarkEntry[]): void => {
    const home = homes.get(link);
    const entry = home && entries.get(home);
    homes.delete(link);
    if (!entry) return;
    entry.links.delete(link);
    if (entry.links.size > 0) return;
    entries.delete(entry.home);
    left.push(entry);
  };

  const enter = (link: HTMLAnchorElement, home: HTMLElement, found: Found, target: CivitaiTarget): MarkEntry => {
    homes.set(link, home);
    const entry = entries.get(home);
    if (!entry) {
      const fresh = { home, surface: found, links: new Set([link]), target };
      entries.set(home, fresh);
      return fresh;
    }
    entry.links.add(link);
    entry.surface = found;
    if (!isSameTarget(entry.target, target)) entry.target = target;
    return entry;
  };

  return {
    get entries() {
      return entries.values();
    },
    at: home => entries.get(home),
    linksChanged(links) {
      const met = new Set<MarkEntry>();
      const left: MarkEntry[] = [];
      // Those that went first: the next link in a card must not take over a mark that is about to go.
      for (const link of links) if (!link.isConnected) leave(link, left);
      for (const link of links) {
        if (!link.isConnected) continue;
        const target = targetOf(link);
        const found = target && findSurface(link);
        const home = found && (found.place?.host ?? link);
        if (homes.get(link) !== home) leave(link, left);
        if (target && found && home) met.add(enter(link, home, found, target));
      }
      return { met, left };
    },
  };
}

/** What the mark of an entry stands for, in the words of its links. */
export function markedOf({ links, target }: MarkEntry): Marked {
  for (const link of links) {
    const name = nameOf(link);
    if (name) return { target, name };
  }
  return { target, name: '' };
}
