import { createHost, createSheet } from '@/entrypoints/civitai.content/dom/on-demand-host';
import { createPart } from '@/entrypoints/civitai.content/dom/parts';
import type { MenuView } from '@/entrypoints/civitai.content/views/menu-view';
import { isolate } from '@/utils/texts/texts';
import menu from './menu.css?inline';
import { showItems } from './menu-rows';

/** Room between the opener and the menu, and to the window's edges, px. */
const GAP = 6;

/** The menu's elements. `box` is what is seen. */
export type MenuBox = {
  host: HTMLElement;
  root: ShadowRoot;
  box: HTMLElement;
  title: HTMLElement;
  meaning: HTMLElement;
  list: HTMLElement;
  /** Leads to a choice of versions. */
  all: HTMLButtonElement;
};

const sheet = createSheet(menu);

export function createMenuBox(): MenuBox {
  const { host, root } = createHost('menu', sheet);
  const box = createPart('div', 'menu');
  box.setAttribute('role', 'dialog');
  box.tabIndex = -1;
  const title = createPart('p', 'title');
  const name = document.createElement('bdi');
  const meaning = createPart('p', 'meaning');
  const list = createPart('ul', 'versions');
  const all = createPart('button', 'all');
  all.type = 'button';
  meaning.setAttribute('aria-live', 'polite');
  // Where it stands already when the menu opens, no live region says it.
  meaning.id = 'meaning';
  box.setAttribute('aria-describedby', meaning.id);
  title.append(name);
  box.append(title, meaning, list, all);
  root.append(box);
  return { host, root, box, title: name, meaning, list, all };
}

/** Makes the menu show the view; `act` is called with the version whose row the user presses. */
export function showMenu(
  { box, title, meaning, list, all }: MenuBox,
  view: MenuView,
  act: Parameters<typeof showItems>[2],
): void {
  box.setAttribute('aria-label', isolate(view.title));
  title.textContent = view.title;
  if (meaning.textContent !== view.meaning) meaning.textContent = view.meaning;
  showItems(list, view.items, act);
  all.hidden = view.addAll === undefined;
  all.textContent = view.addAll ?? '';
}

/** Puts the menu below its opener, or above where there is no room. */
export function placeMenu({ box }: MenuBox, opener: HTMLElement): void {
  const from = opener.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(from.right - width, innerWidth - width - GAP));
  const below = from.bottom + GAP;
  const top = below + height > innerHeight - GAP ? Math.max(GAP, from.top - height - GAP) : below;
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}

/** Announces that the opener has a menu open. Only our own buttons say it: the site's links stay as the site made them. */
export function announceOpen(opener: HTMLElement, isOpen: boolean): void {
  if (opener.localName !== 'button') return;
  opener.ariaHasPopup = isOpen ? 'dialog' : null;
  opener.ariaExpanded = isOpen ? 'true' : null;
}

export function isInSight(opener: HTMLElement): boolean {
  const { top, right, bottom, left } = opener.getBoundingClientRect();
  return bottom >= 0 && right >= 0 && top <= innerHeight && left <= innerWidth;
}
