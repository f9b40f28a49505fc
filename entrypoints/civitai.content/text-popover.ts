import type { Marked } from './marked-link';
import type { Menu } from './menu';
import { REST_MS } from './rest';

/** A finger that stays this long means more than a tap. */
const LONG_PRESS_MS = 500;
/** How long the way from the link to its popover may take. */
const LEAVE_MS = 300;

/**
 * State and action of links that are marked by style alone: on hover, on focus by keyboard, or on a long press. One set of listeners for
 * the whole page; the links themselves get none.
 */
export function watchTextLinks(
  textAt: (link: HTMLAnchorElement) => Marked | undefined,
  menu: Menu,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let held: HTMLAnchorElement | undefined;

  const linkOf = (event: Event): HTMLAnchorElement | undefined => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    return link && textAt(link) ? link : undefined;
  };
  const open = (link: HTMLAnchorElement, focus = false): void => {
    const marked = textAt(link);
    if (marked) menu.open(() => textAt(link) ?? marked, link, { focus });
  };
  const after = (ms: number, act: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
  const on = <Name extends keyof DocumentEventMap>(name: Name, act: (event: DocumentEventMap[Name]) => void): void =>
    document.addEventListener(name, act, { capture: true, signal });
  let opened: HTMLAnchorElement | undefined;
  const show = (link: HTMLAnchorElement, focus = false): void => {
    opened = link;
    open(link, focus);
  };
  const hideUnless = (node: EventTarget | null): void => {
    if (!opened || (node instanceof Node && menu.holds(node))) return;
    after(LEAVE_MS, () => {
      opened = undefined;
      menu.close();
    });
  };

  on('pointerover', event => {
    const link = linkOf(event);
    if (link && event.pointerType !== 'touch') after(REST_MS, () => show(link));
    else if (event.target instanceof Node && opened && menu.holds(event.target)) clearTimeout(timer);
    else if (opened) hideUnless(event.target);
    else clearTimeout(timer);
  });
  on('focusin', event => {
    const link = linkOf(event);
    if (link?.matches(':focus-visible')) show(link);
    else if (opened) hideUnless(event.target);
  });
  on('keydown', event => {
    const link = linkOf(event);
    if (!link || event.key !== 'ArrowDown' || link !== opened || !event.isTrusted) return;
    event.preventDefault();
    show(link, true);
  });
  on('pointerdown', event => {
    held = undefined;
    const link = linkOf(event);
    if (!link || event.pointerType !== 'touch') return;
    after(LONG_PRESS_MS, () => {
      held = link;
      show(link);
    });
  });
  for (const name of ['pointerup', 'pointercancel'] as const) {
    on(name, event => {
      if (event.pointerType === 'touch') clearTimeout(timer);
    });
  }
  for (const name of ['click', 'contextmenu'] as const) {
    on(name, event => {
      // What ends a long press is not a tap.
      if (!held || linkOf(event) !== held) return;
      event.preventDefault();
      event.stopPropagation();
      if (name === 'click') held = undefined;
    });
  }
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
