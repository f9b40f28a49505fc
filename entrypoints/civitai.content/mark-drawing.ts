import type { Settings } from '@/utils/settings';
import { type CardMark, createCardMark, type MarkEvents } from './card-mark';
import { writeState } from './host';
import type { Entry } from './link-book';
import type { MarkView } from './mark-view';
import { createPatience } from './patience';
import type { Place } from './surfaces/surface';

/** What is drawn for one entry. */
type Drawn = { mark: CardMark; place: Place | undefined; mayReturn: () => boolean };

/** Puts marks into the page and takes them out again; knows what is drawn, but not why. */
export type MarkDrawing = {
  draw(entry: Entry, view: MarkView, settings: Settings, events: () => MarkEvents): void;
  erase(entry: Entry): void;
};

/** `worn`: the page keeps removing a mark, which now stays away. */
export function createMarkDrawing(worn: () => void): MarkDrawing {
  const drawn = new WeakMap<Entry, Drawn>();

  /** Last child, out of the flow, never between siblings: survives React's re-renders (site-facts.md C.5). */
  const attach = (known: Drawn, place: Place): void => {
    const { host } = known.mark;
    const isThere = host.parentElement === place.host;
    if (isThere && known.place === place) return;
    if (!isThere && known.place && !known.mayReturn()) return;
    known.place = place;
    const { top = 'auto', right = 'auto', bottom = 'auto', left = 'auto' } = place.at;
    Object.assign(host.style, { top, right, bottom, left });
    if (place.isStatic) place.host.dataset.vaultedHost = '';
    if (!isThere) place.host.append(host);
  };

  return {
    draw(entry, view, settings, events) {
      const { place, surface } = entry.found;
      const { modelId, versionId } = view.target;
      if (surface.kind === 'text' || surface.kind === 'never' || !place) {
        if (surface.kind === 'lost') entry.home.dataset.vaultedKind = surface.kind;
        writeState(entry.home, { state: view.state, modelId, versionId, count: view.count });
        return;
      }
      let known = drawn.get(entry);
      if (!known) {
        const mark = createCardMark(surface.kind === 'lost' ? 'row' : surface.kind, events());
        known = { mark, place: undefined, mayReturn: createPatience(worn) };
        drawn.set(entry, known);
      }
      known.mark.show(view, { isLabelled: settings.look === 'labelled', isAlways: settings.add === 'always' });
      attach(known, place);
    },
    erase(entry) {
      const known = drawn.get(entry);
      if (!known) {
        writeState(entry.home, undefined);
        delete entry.home.dataset.vaultedKind;
        return;
      }
      known.mark.host.remove();
      if (known.place) delete known.place.host.dataset.vaultedHost;
      drawn.delete(entry);
    },
  };
}
