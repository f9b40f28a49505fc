import type { VersionId } from '@/utils/ids';
import type { MarkEvents } from './card-mark';
import type { Closer } from './closer';
import type { CloserLook } from './closer-look';
import type { Moment } from './fact-view';
import type { Finding } from './finder';
import { createLinkBook, type Entry, markedOf } from './link-book';
import { createMarkDrawing } from './mark-drawing';
import type { MarkView } from './mark-view';
import { type Knowledge, type Marked, viewOfMarked } from './marked-link';

export type PageMarks = {
  /** Links came, changed or went. */
  meet(finding: Finding): void;
  /** Draws what is known now. */
  update(): void;
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
export function createPageMarks(know: Knowledge, closer: Pick<Closer, 'now' | 'bring'>): PageMarks {
  const book = createLinkBook();
  const drawing = createMarkDrawing(() => void closer.bring().then(look => look?.worn()));
  const short = new Set<VersionId>();
  const halted = new WeakMap<Entry, keyof typeof HALTED>();

  const isWanted = ({ found }: Entry): boolean => !know.client.settings().hidden.includes(found.surface.group);
  const ask = (): void => {
    if (know.client.connection()?.kind === 'signed-in') askShort();
    const targets = [...book.entries].filter(isWanted).map(entry => entry.target);
    if (targets.length === 0) return;
    know.client.ask(targets.flatMap(({ versionId }) => versionId ?? []));
    know.client.askModels(
      targets.flatMap(({ versionId, modelId }) => (versionId === undefined ? (modelId ?? []) : [])),
    );
  };
  /** Short addresses don't say which model their version belongs to (site-facts.md 0); they are rare, and asked about a few at most. */
  const askShort = (): void => {
    for (const { target } of book.entries) {
      const { modelId, versionId } = target;
      if (modelId !== undefined || versionId === undefined || short.has(versionId) || short.size >= MOST_SHORT)
        continue;
      short.add(versionId);
      void know.lookUps.version(versionId);
    }
  };
  const reach = async (entry: Entry, act: (look: CloserLook) => void): Promise<void> => {
    let look = closer.now();
    if (!look) {
      halted.set(entry, 'busy');
      update();
      look = await closer.bring();
      if (look) halted.delete(entry);
      else halted.set(entry, 'error');
      update();
    }
    if (look) act(look);
  };
  const eventsOf = (entry: Entry): MarkEvents => {
    const marked = (): Marked => markedOf(entry);
    // A recipe has a button of its own beside it.
    if (entry.found.surface.kind === 'line') void closer.bring();
    return {
      press: opener => void reach(entry, look => void look.press(marked(), () => look.openMenu(marked, opener))),
      more: opener => void reach(entry, look => look.openMenu(marked, opener)),
      rest() {
        void closer.bring();
        void know.lookUps.target(entry.target);
      },
    };
  };
  const viewOf = (entry: Entry, moment: Moment): MarkView => {
    const view = viewOfMarked(know, markedOf(entry), moment);
    const state = halted.get(entry);
    return state ? { ...view, state, ...HALTED[state] } : view;
  };
  const update = (): void => {
    const moment = { now: Date.now(), isOnline: navigator.onLine };
    const settings = know.client.settings();
    const isShown = know.client.connection()?.kind === 'signed-in';
    for (const entry of book.entries) {
      if (!isShown || !isWanted(entry)) drawing.erase(entry);
      else drawing.draw(entry, viewOf(entry, moment), settings, () => eventsOf(entry));
    }
  };

  return {
    meet({ links, lost }) {
      book.meet(links, drawing.erase);
      if (links.length > 0) ask();
      if (links.length > 0 || lost.length > 0) update();
    },
    update() {
      ask();
      update();
    },
    textAt(link) {
      const entry = book.at(link);
      return entry && !entry.found.place && link.hasAttribute('data-vaulted') ? markedOf(entry) : undefined;
    },
    describe() {
      const all = [...book.entries];
      return { marked: all.length, lost: all.filter(({ found }) => found.surface.kind === 'lost').length };
    },
    clear() {
      for (const entry of book.entries) drawing.erase(entry);
    },
  };
}
