import type { OnDemandScript } from '@/entrypoints/civitai.content/on-demand/contract';
import type { OnDemandLoader } from '@/entrypoints/civitai.content/on-demand/loader';
import type { Attention } from '@/entrypoints/civitai.content/presses/attention';
import type { Finding } from '@/entrypoints/civitai.content/site/finder';
import type { Change } from '@/entrypoints/civitai.content/vault-client/request-queue';
import type { MarkedLink, ViewSources } from '@/entrypoints/civitai.content/views/marked-link';
import type { VersionId } from '@/utils/civitai/ids';
import { affectedBy } from './affected-marks';
import { drawMarks, type MarksOfPage } from './draw-marks';
import { createSeenLinks } from './in-view';
import { createLinkRegistry, type MarkEntry, markedOf, registerLinks } from './link-registry';
import { createMarkElements, removeMark } from './mark-elements';
import { type MarkEvents, watchMarks } from './mark-events';
import { requestFacts } from './request-facts';

type PageMarks = {
  /** Links came, changed or went. */
  linksChanged(finding: Finding): void;
  /** Draws what is known now: what has changed, or everything. */
  update(change?: Change): void;
  /** What a link stands for that is marked by style alone. */
  textLinkAt(link: HTMLAnchorElement): MarkedLink | undefined;
  /** How many marks there are, of which models, and how many links at places that no row of the table describes. */
  describe(): { marked: number; models: unknown[]; unknownPlaces: number };
  clear(): void;
};

/** Keeps one mark for every model and version that the page shows, wherever the table of surfaces has a place for it. */
export function createPageMarks(
  sources: ViewSources,
  onDemand: Pick<OnDemandLoader, 'current' | 'load'>,
  attention: Attention,
  signal: AbortSignal,
): PageMarks {
  const registry = createLinkRegistry();
  const elements = createMarkElements(() => void onDemand.load().then(script => script?.gaveUp()));
  const lookedUp = new Set<VersionId>();
  const seen = createSeenLinks(found => requestFacts(page, found, lookedUp), signal);
  const page: MarksOfPage = { sources, onDemand, registry, elements, seen, loading: new WeakMap() };
  const { entries } = registry;
  watchMarks(actionsOf(page), attention, signal);
  return {
    update(change) {
      if (!change) requestFacts(page, entries.values(), lookedUp);
      drawMarks(page, change ? affectedBy(registry, change, sources.client) : entries.values());
    },
    linksChanged({ links, removedMarks }) {
      const { changed, removed } = registerLinks(registry, links);
      for (const entry of removed) {
        removeMark(elements, entry);
        seen.forget(entry);
      }
      for (const host of removedMarks) {
        const entry = elements.owners.get(host);
        if (entry) changed.add(entry);
      }
      requestFacts(page, changed, lookedUp);
      drawMarks(page, changed);
    },
    textLinkAt(link) {
      const entry = entries.get(link);
      return entry && !entry.surface.place && link.hasAttribute('data-vaulted') ? markedOf(entry) : undefined;
    },
    describe() {
      const all = [...entries.values()];
      const unknown = all.filter(({ surface }) => surface.surface.kind === 'unknown-place');
      return { marked: all.length, models: all.map(({ target }) => target.modelId), unknownPlaces: unknown.length };
    },
    clear() {
      for (const entry of entries.values()) removeMark(elements, entry);
    },
  };
}

/** What the user's presses do; the on-demand script is loaded for them. */
function actionsOf(page: MarksOfPage): MarkEvents {
  const { owners } = page.elements;
  return {
    press(host, opener, press) {
      const entry = owners.get(host);
      if (!entry) return;
      void withScript(page, entry, script => {
        const openMenu = () => script.openMenu(() => markedOf(entry), opener);
        void script.press(markedOf(entry), openMenu, () => script.isMeant(opener, host, press));
      });
    },
    more(host, opener) {
      const entry = owners.get(host);
      if (entry) void withScript(page, entry, script => script.openMenu(() => markedOf(entry), opener));
    },
    rest(host) {
      const entry = owners.get(host);
      if (!entry) return;
      void page.onDemand.load();
      void page.sources.lookUps.target(entry.target);
    },
  };
}

/** Runs `act` with the on-demand script. While that loads, the mark says so; when it can't be loaded, `act` doesn't run. */
async function withScript(page: MarksOfPage, entry: MarkEntry, act: (script: OnDemandScript) => void): Promise<void> {
  const { onDemand, loading } = page;
  let script = onDemand.current();
  if (!script) {
    // The mark says already that a press is on its way.
    if (loading.get(entry) === 'busy') return;
    loading.set(entry, 'busy');
    drawMarks(page, [entry]);
    script = await onDemand.load();
    if (script) loading.delete(entry);
    else loading.set(entry, 'error');
    drawMarks(page, [entry]);
  }
  if (script) act(script);
}
