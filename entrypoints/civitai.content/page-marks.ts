import type { VersionId } from '@/utils/ids';
import type { Finding } from './finder';
import { createLinkBook, type Entry, markedOf } from './link-book';
import { createMarkDrawing } from './mark-drawing';
import { type Knowledge, type Marked, viewOfMarked } from './marked-link';
import type { Press } from './press';

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

/** Keeps one mark to every model and version that the page shows, wherever the table of surfaces has a place for it. */
export function createPageMarks(
  know: Knowledge,
  press: Press,
  parts: { openMenu(marked: () => Marked, opener: HTMLElement): void; worn(): void },
): PageMarks {
  const book = createLinkBook();
  const drawing = createMarkDrawing(parts.worn);
  const short = new Set<VersionId>();

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
  const eventsOf = (entry: Entry) => {
    const marked = (): Marked => markedOf(entry);
    const more = (opener: HTMLElement): void => parts.openMenu(marked, opener);
    return {
      press: (opener: HTMLElement) => void press.mark(marked(), () => more(opener)),
      rest: () => void press.rest(marked()),
      more,
    };
  };
  const update = (): void => {
    const moment = { now: Date.now(), isOnline: navigator.onLine };
    const settings = know.client.settings();
    const isShown = know.client.connection()?.kind === 'signed-in';
    for (const entry of book.entries) {
      if (!isShown || !isWanted(entry)) drawing.erase(entry);
      else drawing.draw(entry, viewOfMarked(know, markedOf(entry), moment), settings, () => eventsOf(entry));
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
