import type { MarkAt, OnDemandScript } from '@/entrypoints/civitai.content/on-demand/contract';
import type { OnDemandLoader } from '@/entrypoints/civitai.content/on-demand/loader';
import type { Attention } from '@/entrypoints/civitai.content/presses/attention';
import type { Finding } from '@/entrypoints/civitai.content/site/finder';
import type { Change } from '@/entrypoints/civitai.content/vault-client/request-queue';
import type { ViewSources } from '@/entrypoints/civitai.content/views/marked-link';
import type { VersionId } from '@/utils/civitai/ids';
import { affectedBy } from './affected-marks';
import { buttonOf, showLabel } from './card-mark';
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
  /** What a link or a mark stands for; `undefined`: nothing is drawn for it. */
  markAt(target: EventTarget | null): MarkAt | undefined;
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
      if (!change || change.isStale) requestFacts(page, entries.values(), lookedUp);
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
    markAt: target => (target instanceof HTMLElement ? markAt(page, target) : undefined),
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

function markAt({ registry, elements }: MarksOfPage, target: HTMLElement): MarkAt | undefined {
  const home = target instanceof HTMLAnchorElement && registry.homes.get(target);
  const entry = home ? registry.entries.get(home) : elements.owners.get(target);
  const drawn = entry && elements.drawn.get(entry);
  if (!drawn) return undefined;
  const [link = target] = entry.links;
  return { marked: markedOf(entry), link, button: drawn.mark && buttonOf(drawn.mark.host) };
}

/** What the user's presses do; the on-demand script is loaded for them. */
function actionsOf(page: MarksOfPage): MarkEvents {
  const { owners } = page.elements;
  const { onDemand } = page;
  return {
    near(opener) {
      showLabel(opener);
      onDemand.current()?.addMore(opener);
    },
    press(host, opener, press, event) {
      const entry = owners.get(host);
      if (entry)
        void withScript(page, entry, script => script.press(() => markedOf(entry), { host, opener, press, event }));
    },
    rest(host, opener) {
      const entry = owners.get(host);
      if (!entry) return;
      void onDemand.load().then(script => script?.addMore(opener));
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
