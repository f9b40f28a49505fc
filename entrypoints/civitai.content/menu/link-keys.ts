import type { MarkAt, OnDemandParts } from '@/entrypoints/civitai.content/on-demand/contract';
import { compose } from '@/entrypoints/civitai.content/views/compose';
import { type ViewSources, viewOfMarked } from '@/entrypoints/civitai.content/views/marked-link';

/** Leads from a link to its mark and back. No browser and no part of the site uses it on a page; in grids it leads into a cell (ARIA APG). */
const KEY = 'F2';
const DESCRIPTION = 'aria-description';

type Reactions = { enterMenu(at: MarkAt): void; reached(button: HTMLElement): void };

/**
 * Marks are no stops on the keyboard's way: a key leads from a link to its mark, and the link's description says so. The site's node has
 * that description only while it has the focus, and only where the site gives it none. Returns the handler for an event from before this
 * script was there to listen.
 */
export function watchLinkKeys(
  sources: ViewSources,
  markAt: OnDemandParts['markAt'],
  { enterMenu, reached }: Reactions,
  signal: AbortSignal,
): (event: Event) => void {
  let described: Element | undefined;
  const forget = (): void => {
    described?.removeAttribute(DESCRIPTION);
    described = undefined;
  };
  const describe = (target: EventTarget | null): void => {
    forget();
    const at = markAt(target);
    if (!at || at.link !== target || at.link.matches(`[${DESCRIPTION}],[aria-describedby]`)) return;
    const { label } = viewOfMarked(sources, at.marked, { now: Date.now(), isOnline: navigator.onLine });
    at.link.setAttribute(DESCRIPTION, compose('mark.link', { label }));
    described = at.link;
  };
  const press = (event: KeyboardEvent): void => {
    const at = markAt(event.target);
    const isOnMark = at && event.target !== at.link;
    const isDown = isOnMark && event.key === 'ArrowDown';
    if (!at || !(event.key === KEY || isDown)) return;
    event.preventDefault();
    event.stopPropagation();
    if (isDown) enterMenu(at);
    else if (isOnMark) at.link.focus();
    else if (at.button) {
      reached(at.button);
      at.button.focus();
    } else enterMenu(at);
  };
  const handle = (event: Event): void => {
    if (!event.isTrusted) return;
    if (event instanceof KeyboardEvent) press(event);
    else if (event.type === 'focusin') describe(event.target);
  };
  for (const type of ['focusin', 'keydown']) window.addEventListener(type, handle, { capture: true, signal });
  signal.addEventListener('abort', forget, { once: true });
  return handle;
}
