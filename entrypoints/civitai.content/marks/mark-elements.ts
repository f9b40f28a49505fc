import { createPutBackLimit } from '@/entrypoints/civitai.content/dom/put-back-limit';
import { writeAttributes } from '@/entrypoints/civitai.content/dom/state-attributes';
import type { Place } from '@/entrypoints/civitai.content/surfaces/surface';
import type { MarkView } from '@/entrypoints/civitai.content/views/mark-view';
import type { Settings } from '@/utils/settings/settings';
import { type CardMark, createCardMark, showView } from './card-mark';
import type { MarkEntry } from './link-registry';

/** What is drawn for one entry; `mark` is absent where the link itself is marked by style. */
type Drawn = { mark?: CardMark; place?: Place; mayPutBack?: () => boolean };

/** The marks that stand in the page, whatever they show. */
export type MarkElements = {
  readonly drawn: Map<MarkEntry, Drawn>;
  readonly owners: WeakMap<HTMLElement, MarkEntry>;
  /** By the element that a mark left the page with. */
  readonly detached: WeakMap<HTMLElement, HTMLElement>;
  /** Called when the page keeps removing a mark, which then stays away. */
  readonly onGiveUp: () => void;
};

export function createMarkElements(onGiveUp: () => void): MarkElements {
  return { drawn: new Map(), owners: new WeakMap(), detached: new WeakMap(), onGiveUp };
}

/** Shows `view` in the entry's mark, or on its link where the entry has no place for a mark. */
export function showMark(elements: MarkElements, entry: MarkEntry, view: MarkView, settings: Settings): void {
  const { place, surface } = entry.surface;
  const before = elements.drawn.get(entry);
  const drawn: Drawn = before ?? {};
  elements.drawn.set(entry, drawn);
  if (!('place' in surface) || !place) {
    // The page has removed the attributes.
    if (before && !entry.home.hasAttribute('data-vaulted') && !mayPutBack(drawn, elements)) return;
    styleLink(entry, view);
    return;
  }
  if (!drawn.mark) {
    drawn.mark = createCardMark(surface.kind === 'unknown-place' ? 'row' : surface.kind, view.state, insetOf(place));
    elements.detached.get(place.host)?.remove();
    elements.owners.set(drawn.mark.host, entry);
  }
  showView(drawn.mark, view, { isLabelled: settings.look === 'labelled', isAlways: settings.add === 'always' });
  attach(elements, drawn, drawn.mark, place);
}

function styleLink({ home, surface: { surface } }: MarkEntry, { state, target, count }: MarkView): void {
  if (surface.kind === 'unknown-place') home.dataset.vaultedKind = 'lost';
  writeAttributes(home, { state, modelId: target.modelId, versionId: target.versionId, count });
}

/** Last child, out of the flow, never between siblings: survives React's re-renders (site-facts.md C.5). */
function attach(elements: MarkElements, drawn: Drawn, { host }: CardMark, place: Place): void {
  const isThere = host.parentElement === place.host;
  if (isThere && drawn.place === place) return;
  if (!isThere && drawn.place && !mayPutBack(drawn, elements)) return;
  // A new mark was made for its place.
  if (drawn.place) host.style.inset = insetOf(place);
  drawn.place = place;
  if (place.isStatic) place.host.dataset.vaultedHost = '';
  if (!isThere) place.host.append(host);
}

/** Most marks are never removed by the page: the limit is made for the first time. */
function mayPutBack(drawn: Drawn, { onGiveUp }: MarkElements): boolean {
  drawn.mayPutBack ??= createPutBackLimit(onGiveUp);
  return drawn.mayPutBack();
}

function insetOf({ at: { top = 'auto', right = 'auto', bottom = 'auto', left = 'auto' } }: Place): string {
  return `${top} ${right} ${bottom} ${left}`;
}

/** Removes the entry's mark from the page, if it has one. */
export function removeMark({ drawn, owners, detached }: MarkElements, entry: MarkEntry): void {
  const known = drawn.get(entry);
  if (!known) return;
  drawn.delete(entry);
  if (!known.mark) {
    writeAttributes(entry.home, undefined);
    delete entry.home.dataset.vaultedKind;
    return;
  }
  const { host } = known.mark;
  owners.delete(host);
  // A mark goes with the whole element that it stood in. Should that come back, a new mark replaces it.
  if (!host.isConnected && known.place) detached.set(known.place.host, host);
  else host.remove();
  if (known.place?.isStatic) delete known.place.host.dataset.vaultedHost;
}
