import { createRestTimer } from '@/entrypoints/civitai.content/dom/rest-timer';
import type { MarkAt, OnDemandParts } from '@/entrypoints/civitai.content/on-demand/contract';

/** A finger that stays this long means more than a tap: a little less than the browsers' own 500 ms, after which they cancel the touch. */
const LONG_PRESS_MS = 450;

type LongPress = {
  /** For an event from before this script was there to listen. */
  handle(event: Event): void;
  /** True from a long press on this element until the next touch: the end of it is not a tap. */
  isHeld(element: Element): boolean;
};

/** Opens the versions of a mark, or of a link that is marked by style alone, on which a finger stays. */
export function watchLongPress(
  markAt: OnDemandParts['markAt'],
  enterMenu: (at: MarkAt) => void,
  signal: AbortSignal,
): LongPress {
  const timer = createRestTimer(signal);
  const capture = { capture: true, signal };
  let held: Element | undefined;
  const elementOf = ({ target }: Event): Element | null =>
    target instanceof Element ? target.closest('span[data-vaulted],a') : null;
  const begin = (event: Event): void => {
    held = undefined;
    const element = elementOf(event);
    const at = markAt(element);
    // A card's own link has a mark of its own beside it.
    const isOwn = at && (at.link !== element || !at.button);
    if (!isOwn || !element || !(event instanceof PointerEvent) || event.pointerType !== 'touch') return;
    timer.start(LONG_PRESS_MS, () => {
      held = element;
      enterMenu(at);
    });
  };
  const swallow = (event: Event): void => {
    if (!held || elementOf(event) !== held) return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('pointerdown', begin, capture);
  for (const type of ['pointerup', 'pointercancel']) window.addEventListener(type, timer.stop, capture);
  for (const type of ['click', 'contextmenu']) window.addEventListener(type, swallow, capture);
  return {
    handle: event => event.type === 'pointerdown' && begin(event),
    isHeld: element => element === held,
  };
}
