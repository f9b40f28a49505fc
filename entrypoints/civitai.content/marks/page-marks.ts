import type { OnDemandLoader } from '@/entrypoints/civitai.content/on-demand/loader';
import type { Finding } from '@/entrypoints/civitai.content/site/finder';
import type { OnDemandScript } from '@/entrypoints/civitai.content/start-on-demand';
import type { Change } from '@/entrypoints/civitai.content/vault-client/client';

import type { Moment } from '@/entrypoints/civitai.content/views/fact-view';
import type { MarkView } from '@/entrypoints/civitai.content/views/mark-view';
import { type Marked, type ViewSources, viewOfMarked } from '@/entrypoints/civitai.content/views/marked-link';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { affectedBy } from './affected-marks';
import { createLinkRegistry, type MarkEntry, markedOf } from './link-registry';
import { createMarkDrawing } from './mark-drawing';
import { watchMarks } from './mark-events';

export type PageMarks = {
  /** Links came, changed or went. */
  linksChanged(finding: Finding): void;
  /** Draws what is known now: what has changed, or everything. */
  update(change?: Change): void;
  /** What a link that is marked by style alone stands for. */
  textAt(link: HTMLAnchorElement): Marked | undefined;
  /** How many marks there are, and how many links are at places that nobody knows: the site has changed. */
  describe(): { marked: number; lost: number };
  clear(): void;
};

/** More short addresses than anybody writes into one text. */
const MOST_SHORT = 10;

/** What a mark shows while the second script is on its way, and where it doesn't come. */
const HALTED = {
  busy: { label: 'One moment…', name: 'One moment…', isBusy: true },
  error: {
    label: 'Reload the page',
    name: 'Something went wrong in Vaulted. Your vault hasn’t changed. Reload the page.',
    isBusy: false,
  },
};

/** Keeps one mark to every model and version that the page shows, wherever the table of surfaces has a place for it. */
export function createPageMarks(
  know: ViewSources,
  onDemand: Pick<OnDemandLoader, 'current' | 'load'>,
  signal: AbortSignal,
): PageMarks {
  const book = createLinkRegistry();
  const drawing = createMarkDrawing(() => void onDemand.load().then(look => look?.gaveUp()));
  const short = new Set<VersionId>();
  const halted = new WeakMap<MarkEntry, keyof typeof HALTED>();

  const isWanted = ({ surface }: MarkEntry): boolean => !know.client.settings().hidden.includes(surface.surface.group);
  const ask = (entries: Iterable<MarkEntry>): void => {
    const versionIds: VersionId[] = [];
    const modelIds: ModelId[] = [];
    const isSignedIn = know.client.connection()?.kind === 'signed-in';
    let isAny = false;
    for (const entry of entries) {
      const { versionId, modelId } = entry.target;
      if (isSignedIn && versionId !== undefined && modelId === undefined) askShort(versionId);
      if (!isWanted(entry)) continue;
      isAny = true;
      if (versionId !== undefined) versionIds.push(versionId);
      else if (modelId !== undefined) modelIds.push(modelId);
    }
    if (!isAny) return;
    know.client.ask(versionIds);
    know.client.askModels(modelIds);
  };
  /** Short addresses don't say which model their version belongs to (site-facts.md 0); they are rare, and asked about a few at most. */
  const askShort = (versionId: VersionId): void => {
    if (short.has(versionId) || short.size >= MOST_SHORT) return;
    short.add(versionId);
    void know.lookUps.version(versionId);
  };
  const reach = async (entry: MarkEntry, act: (look: OnDemandScript) => void): Promise<void> => {
    let look = onDemand.current();
    if (!look) {
      halted.set(entry, 'busy');
      draw([entry]);
      look = await onDemand.load();
      if (look) halted.delete(entry);
      else halted.set(entry, 'error');
      draw([entry]);
    }
    if (look) act(look);
  };
  const viewOf = (entry: MarkEntry, moment: Moment): MarkView => {
    const view = viewOfMarked(know, markedOf(entry), moment);
    const state = halted.get(entry);
    return state ? { ...view, state, ...HALTED[state] } : view;
  };
  const draw = (entries: Iterable<MarkEntry>): void => {
    const moment = { now: Date.now(), isOnline: navigator.onLine };
    const settings = know.client.settings();
    const isShown = know.client.connection()?.kind === 'signed-in';
    for (const entry of entries) {
      if (!isShown || !isWanted(entry)) drawing.erase(entry);
      else if (drawing.isDrawn(entry)) drawing.draw(entry, viewOf(entry, moment), settings);
      // What would be gone in a blink is not drawn in the first place.
      else if (!know.client.isAwaited(entry.target)) {
        drawing.draw(entry, viewOf(entry, moment), settings);
        // A recipe has a button of its own beside it.
        if (entry.surface.surface.kind === 'line') void onDemand.load();
      }
    }
  };
  const on = (act: (entry: MarkEntry, opener: HTMLElement) => void) => (host: HTMLElement, opener: HTMLElement) => {
    const entry = drawing.entryOf(host);
    if (entry) act(entry, opener);
  };
  watchMarks(
    {
      press: on((entry, opener) => {
        const marked = (): Marked => markedOf(entry);
        void reach(entry, look => void look.press(marked(), () => look.openMenu(marked, opener)));
      }),
      more: on((entry, opener) => void reach(entry, look => look.openMenu(() => markedOf(entry), opener))),
      rest(host) {
        const entry = drawing.entryOf(host);
        if (!entry) return;
        void onDemand.load();
        void know.lookUps.target(entry.target);
      },
    },
    signal,
  );
  const update = (change?: Change): void => {
    if (change) {
      draw(affectedBy(book.entries, change, know.client));
      return;
    }
    ask(book.entries);
    draw(book.entries);
  };

  return {
    update,
    linksChanged({ links, lost }) {
      const { met, left } = book.linksChanged(links);
      left.forEach(drawing.erase);
      for (const host of lost) {
        const entry = drawing.entryOf(host);
        if (entry) met.add(entry);
      }
      ask(met);
      draw(met);
    },
    textAt(link) {
      const entry = book.at(link);
      return entry && !entry.surface.place && link.hasAttribute('data-vaulted') ? markedOf(entry) : undefined;
    },
    describe() {
      const all = [...book.entries];
      return { marked: all.length, lost: all.filter(({ surface }) => surface.surface.kind === 'lost').length };
    },
    clear() {
      for (const entry of book.entries) drawing.erase(entry);
    },
  };
}
