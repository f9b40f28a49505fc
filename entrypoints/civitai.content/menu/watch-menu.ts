import { isAt } from '@/entrypoints/civitai.content/dom/host';
import { isInSight, type MenuBox, placeMenu } from './menu-box';
import { moveFocus } from './menu-rows';

/** Follows pointer, keyboard and scrolling while a menu is open, until `signal` aborts. */
export function watchMenu(elements: MenuBox, opener: HTMLElement, close: () => void, signal: AbortSignal): void {
  const capture = { capture: true, signal };
  const closeFromOutside = (event: Event): void => {
    if (![elements.box, opener].some(each => isAt(event, each))) close();
  };
  // The page has moved: the menu follows its opener, as long as that is in sight.
  const follow = (): void => {
    if (isInSight(opener)) placeMenu(elements, opener);
    else close();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (elements.root.activeElement) moveFocus(elements.root, event);
  };
  window.addEventListener('pointerdown', closeFromOutside, capture);
  document.addEventListener('wheel', closeFromOutside, { ...capture, passive: true });
  // By finger or keyboard. A scroll inside the menu doesn't reach the document.
  document.addEventListener('scroll', follow, { ...capture, passive: true });
  window.addEventListener('resize', follow, { signal });
  document.addEventListener('keydown', key, capture);
}
