import { createRestTimer, POINTER_REST_MS, type RestTimer } from '@/entrypoints/civitai.content/dom/rest-timer';
import type { OnDemandParts } from '@/entrypoints/civitai.content/on-demand/contract';
import type { MarkedLink } from '@/entrypoints/civitai.content/views/marked-link';
import type { Menu } from './menu';

/** How long the way from the link to its menu may take. */
const LEAVE_MS = 300;

type TextLinks = {
  readonly textLinkAt: (link: Element) => MarkedLink | undefined;
  readonly menu: Menu;
  readonly timer: RestTimer;
  /** Its menu is open. */
  opened: HTMLAnchorElement | undefined;
};

/**
 * Opens the menu of links that are marked by style alone: on hover, or on focus by keyboard. One set of listeners
 * for the whole page; the links themselves get none. Returns the handler for an event from before this script was there to listen.
 */
export function watchTextLinks(
  markAt: OnDemandParts['markAt'],
  menu: Menu,
  signal: AbortSignal,
): (event: Event) => void {
  const textLinkAt: TextLinks['textLinkAt'] = link => {
    const at = markAt(link);
    return at && !at.button ? at.marked : undefined;
  };
  const links: TextLinks = { textLinkAt, menu, timer: createRestTimer(signal), opened: undefined };
  const capture = { capture: true, signal };
  document.addEventListener('pointerover', event => handleHover(links, event), capture);
  document.addEventListener('focusin', event => handleFocus(links, event), capture);
  return event => {
    if (event.type === 'focusin' && event instanceof FocusEvent) handleFocus(links, event);
    if (event.type === 'pointerover' && event instanceof PointerEvent) handleHover(links, event);
  };
}

function linkOf({ textLinkAt }: TextLinks, event: Event): HTMLAnchorElement | undefined {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  return link && textLinkAt(link) ? link : undefined;
}

function show(links: TextLinks, link: HTMLAnchorElement): void {
  const { textLinkAt, menu } = links;
  links.opened = link;
  const marked = textLinkAt(link);
  if (marked) menu.open(() => textLinkAt(link) ?? marked, link);
}

function hideUnlessInside(links: TextLinks, node: EventTarget | null): void {
  const { menu, timer } = links;
  if (!links.opened || (node instanceof Node && menu.holds(node))) return;
  timer.start(LEAVE_MS, () => {
    links.opened = undefined;
    menu.close();
  });
}

function handleHover(links: TextLinks, event: PointerEvent): void {
  const { menu, timer, opened } = links;
  const link = linkOf(links, event);
  // The page's scripts can't look anything up.
  if (!event.isTrusted) return;
  if (link && event.pointerType !== 'touch') timer.start(POINTER_REST_MS, () => show(links, link));
  else if (event.target instanceof Node && opened && menu.holds(event.target)) timer.stop();
  else if (opened) hideUnlessInside(links, event.target);
  else timer.stop();
}

function handleFocus(links: TextLinks, event: FocusEvent): void {
  const link = linkOf(links, event);
  if (link?.matches(':focus-visible')) show(links, link);
  else if (links.opened) hideUnlessInside(links, event.target);
}
