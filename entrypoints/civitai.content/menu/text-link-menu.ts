import { POINTER_REST_MS } from '@/entrypoints/civitai.content/marks/rest';
import type { Marked } from '@/entrypoints/civitai.content/views/marked-link';
import type { Menu } from './menu';

/** A finger that stays this long means more than a tap. */
const LONG_PRESS_MS = 500;
/** How long the way from the link to its popover may take. */
const LEAVE_MS = 300;

/**
 * State and action of links that are marked by style alone: on hover, on focus by keyboard, or on a long press. One set of listeners for
 * the whole page; the links themselves get none. Returns what hears an event that came before them.
 */
export function watchTextLinks(
  textAt: (link: HTMLAnchorElement) => Marked | undefined,
  menu: Menu,
  signal: AbortSignal,
): (event: Event) => void {
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

  const hover = (event: PointerEvent): void => {
    const link = linkOf(event);
    if (link && event.pointerType !== 'touch') after(POINTER_REST_MS, () => show(link));
    else if (event.target instanceof Node && opened && menu.holds(event.target)) clearTimeout(timer);
    else if (opened) hideUnless(event.target);
    else clearTimeout(timer);
  };
  const focus = (event: FocusEvent): void => {
    const link = linkOf(event);
    if (link?.matches(':focus-visible')) show(link);
    else if (opened) hideUnless(event.target);
  };
  const touch = (event: PointerEvent): void => {
    held = undefined;
    const link = linkOf(event);
    if (!link || event.pointerType !== 'touch') return;
    after(LONG_PRESS_MS, () => {
      held = link;
      show(link);
    });
  };
  const letGo = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') clearTimeout(timer);
  };
  const key = (event: KeyboardEvent): void => {
    const link = linkOf(event);
    if (!link || event.key !== 'ArrowDown' || link !== opened || !event.isTrusted) return;
    event.preventDefault();
    show(link, true);
  };
  /** What ends a long press is not a tap. */
  const tap = (event: Event): void => {
    if (!held || linkOf(event) !== held) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.type === 'click') held = undefined;
  };

  const options = { capture: true, signal };
  document.addEventListener('pointerover', hover, options);
  document.addEventListener('focusin', focus, options);
  document.addEventListener('pointerdown', touch, options);
  document.addEventListener('pointerup', letGo, options);
  document.addEventListener('pointercancel', letGo, options);
  document.addEventListener('keydown', key, options);
  document.addEventListener('click', tap, options);
  document.addEventListener('contextmenu', tap, options);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return event => {
    if (event.type === 'focusin' && event instanceof FocusEvent) focus(event);
    if (event.type === 'pointerover' && event instanceof PointerEvent) hover(event);
    if (event.type === 'pointerdown' && event instanceof PointerEvent) touch(event);
  };
}
