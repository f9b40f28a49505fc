import type { Press } from '@/entrypoints/civitai.content/actions/press';
import { createPart } from '@/entrypoints/civitai.content/dom/host';
import { createHost } from '@/entrypoints/civitai.content/dom/on-demand-host';
import type { Marked, ViewSources } from '@/entrypoints/civitai.content/views/marked-link';
import { viewOfMenu } from '@/entrypoints/civitai.content/views/menu-view';
import type { Problem } from '@/utils/problem';
import { moveFocus, showItems } from './menu-rows';

/** Room between what opened the menu and the menu, and to the window's edges, px. */
const GAP = 6;

export type Menu = {
  /** Opens beside `opener`. With `focus` the keyboard goes into it; without, it goes when the pointer does. */
  open(marked: () => Marked, opener: HTMLElement, options?: { focus?: boolean }): void;
  close(): void;
  update(): void;
  /** True for nodes of the menu and for what opened it. */
  holds(node: Node): boolean;
};

type Open = {
  marked: () => Marked;
  opener: HTMLElement;
  stop: AbortController;
  /** Why its versions could not be looked up. */
  problem?: Problem | undefined;
};

/** One menu at a time: what is known of a model, and its versions with their states and actions. On `body`, above everything. */
export function createMenu(know: ViewSources, press: Press, signal: AbortSignal): Menu {
  const { host, root } = createHost('menu');
  const box = createPart('div', 'menu');
  box.setAttribute('role', 'dialog');
  box.tabIndex = -1;
  const title = createPart('p', 'title');
  const state = createPart('p', 'meaning');
  const list = createPart('ul', 'versions');
  title.dir = 'auto';
  state.setAttribute('aria-live', 'polite');
  box.append(title, state, list);
  root.append(box);
  let current: Open | undefined;

  const close = (): void => {
    const hadFocus = root.activeElement !== null;
    current?.stop.abort();
    if (current) sayOpen(current.opener, false);
    if (hadFocus) current?.opener.focus({ preventScroll: true });
    current = undefined;
    host.remove();
  };
  signal.addEventListener('abort', close, { once: true });

  const update = (): void => {
    if (!current) return;
    if (!current.opener.isConnected) {
      close();
      return;
    }
    const marked = current.marked();
    const view = viewOfMenu(know, marked, { now: Date.now(), isOnline: navigator.onLine }, current.problem);
    box.setAttribute('aria-label', view.title);
    title.textContent = view.title;
    if (state.textContent !== view.meaning) state.textContent = view.meaning;
    showItems(list, view.items, id => void press.version(current?.marked() ?? marked, id));
    place(box, current.opener);
  };
  /** The page has moved: so does the menu, as long as what it belongs to is in sight. */
  const follow = (): void => {
    if (!current) return;
    if (isInSight(current.opener)) place(box, current.opener);
    else close();
  };

  return {
    close,
    update,
    holds: node => node === host || host.contains(node) || (current?.opener.contains(node) ?? false),
    open(marked, opener, { focus = false } = {}) {
      if (current?.opener === opener && host.isConnected && !focus) return;
      current?.stop.abort();
      if (current) sayOpen(current.opener, false);
      const opening: Open = { marked, opener, stop: new AbortController() };
      current = opening;
      sayOpen(opener, true);
      document.body.append(host);
      update();
      // The keyboard is in it at once, whatever the look-up brings.
      if (focus) box.focus();
      void learn(opening);
      listen(opening.stop.signal);
    },
  };

  async function learn(opening: Open): Promise<void> {
    const { target } = opening.marked();
    opening.problem = await know.lookUps.target(target);
    if (opening.stop.signal.aborted) return;
    const versions = target.modelId === undefined ? undefined : know.lookUps.versionsOf(target.modelId);
    know.client.ask(versions?.versions.map(version => version.versionId) ?? []);
    update();
    if (root.activeElement === box) root.querySelector<HTMLElement>('li button')?.focus();
  }

  function listen(stop: AbortSignal): void {
    const outside = (event: Event): void => {
      if (!event.composedPath().some(node => node === host || node === current?.opener)) close();
    };
    window.addEventListener('pointerdown', outside, { capture: true, signal: stop });
    document.addEventListener('wheel', outside, { capture: true, passive: true, signal: stop });
    // By finger or keyboard: what scrolls inside the menu is not heard of here.
    document.addEventListener('scroll', follow, { capture: true, passive: true, signal: stop });
    window.addEventListener('resize', follow, { signal: stop });
    document.addEventListener(
      'keydown',
      event => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          close();
        } else if (root.activeElement) moveFocus(root, event);
      },
      { capture: true, signal: stop },
    );
  }
}

/** Told of our own buttons alone: the site's links stay as the site made them. */
function sayOpen(opener: HTMLElement, isOpen: boolean): void {
  if (opener.localName !== 'button') return;
  opener.ariaHasPopup = isOpen ? 'dialog' : null;
  opener.ariaExpanded = isOpen ? 'true' : null;
}

function isInSight(opener: HTMLElement): boolean {
  const { top, right, bottom, left } = opener.getBoundingClientRect();
  return bottom >= 0 && right >= 0 && top <= innerHeight && left <= innerWidth;
}

function place(box: HTMLElement, opener: HTMLElement): void {
  const from = opener.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(from.right - width, innerWidth - width - GAP));
  const below = from.bottom + GAP;
  const top = below + height > innerHeight - GAP ? Math.max(GAP, from.top - height - GAP) : below;
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
