import { writeAttributes } from '@/entrypoints/civitai.content/dom/host';
import { createPutBackLimit } from '@/entrypoints/civitai.content/dom/put-back-limit';
import type { Place } from '@/entrypoints/civitai.content/surfaces/surface';
import type { MarkView } from '@/entrypoints/civitai.content/views/mark-view';
import type { Settings } from '@/utils/settings/settings';
import { type CardMark, createCardMark } from './card-mark';
import type { MarkEntry } from './link-registry';

/** What is drawn for one entry; `mark` is absent where the link itself is marked by style. */
type Drawn = { mark?: CardMark; place?: Place; mayReturn: () => boolean };

/** Puts marks into the page and takes them out again; knows what is drawn, but not why. */
export type MarkDrawing = {
  draw(entry: MarkEntry, view: MarkView, settings: Settings): void;
  erase(entry: MarkEntry): void;
  isDrawn(entry: MarkEntry): boolean;
  /** Whose mark that is, as long as it stands for something. */
  entryOf(host: HTMLElement): MarkEntry | undefined;
};

/** `worn`: the page keeps removing a mark, which now stays away. */
export function createMarkDrawing(worn: () => void): MarkDrawing {
  const drawn = new Map<MarkEntry, Drawn>();
  const owners = new WeakMap<HTMLElement, MarkEntry>();
  const gone = new WeakMap<HTMLElement, HTMLElement>();

  /** Last child, out of the flow, never between siblings: survives React's re-renders (site-facts.md C.5). */
  const attach = (known: Drawn, { host }: CardMark, place: Place): void => {
    const isThere = host.parentElement === place.host;
    if (isThere && known.place === place) return;
    if (!isThere && known.place && !known.mayReturn()) return;
    known.place = place;
    const { top = 'auto', right = 'auto', bottom = 'auto', left = 'auto' } = place.at;
    host.style.inset = `${top} ${right} ${bottom} ${left}`;
    if (place.isStatic) place.host.dataset.vaultedHost = '';
    if (!isThere) place.host.append(host);
  };

  return {
    isDrawn: entry => drawn.has(entry),
    entryOf: host => owners.get(host),
    draw(entry, view, settings) {
      const { place, surface } = entry.surface;
      const { modelId, versionId } = view.target;
      const before = drawn.get(entry);
      const known: Drawn = before ?? { mayReturn: createPutBackLimit(worn) };
      drawn.set(entry, known);
      if (!('place' in surface) || !place) {
        // Somebody has taken the style away.
        if (before && !entry.home.hasAttribute('data-vaulted') && !known.mayReturn()) return;
        if (surface.kind === 'lost') entry.home.dataset.vaultedKind = surface.kind;
        writeAttributes(entry.home, { state: view.state, modelId, versionId, count: view.count });
        return;
      }
      if (!known.mark) {
        known.mark = createCardMark(surface.kind === 'lost' ? 'row' : surface.kind);
        gone.get(place.host)?.remove();
        owners.set(known.mark.host, entry);
      }
      known.mark.show(view, { isLabelled: settings.look === 'labelled', isAlways: settings.add === 'always' });
      attach(known, known.mark, place);
    },
    erase(entry) {
      const known = drawn.get(entry);
      if (!known) return;
      drawn.delete(entry);
      if (!known.mark) {
        writeAttributes(entry.home, undefined);
        delete entry.home.dataset.vaultedKind;
        return;
      }
      owners.delete(known.mark.host);
      const { host } = known.mark;
      // Where all that it stood in has gone, the mark goes with it; should that come back, the mark is replaced.
      if (!host.isConnected && known.place) gone.set(known.place.host, host);
      else host.remove();
      if (known.place?.isStatic) delete known.place.host.dataset.vaultedHost;
    },
  };
}
