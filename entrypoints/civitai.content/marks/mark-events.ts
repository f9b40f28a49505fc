import { createRestTimer, POINTER_REST_MS, type RestTimer } from '@/entrypoints/civitai.content/dom/rest-timer';
import type { Attention } from '@/entrypoints/civitai.content/presses/attention';
import type { Press } from '@/entrypoints/civitai.content/presses/judge-press';
import { buttonOf } from './card-mark';

/** What the user does to a mark; `opener` is its button. */
export type MarkEvents = {
  press(host: HTMLElement, opener: HTMLElement, press: Press, event: MouseEvent): void;
  /** The pointer or the keyboard has come to a mark. */
  near(opener: HTMLElement): void;
  /** The pointer or the keyboard rests on a mark: usually a moment before a press. */
  rest(host: HTMLElement, opener: HTMLElement): void;
};

/** Events without their default action, which the page below would carry out where the whole card is a link. */
const PREVENTED = ['click', 'auxclick', 'dblclick', 'dragstart'];
/** Events that the page must not see. */
const STOPPED = [...PREVENTED, 'pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend'];

/**
 * Listens for all marks of cards and rows with one set of listeners, on `window`, before the site's own. Only a trusted event counts:
 * the page's scripts must not be able to add or remove.
 */
export function watchMarks(events: MarkEvents, attention: Attention, signal: AbortSignal): void {
  const timer = createRestTimer(signal);
  const capture = { capture: true, signal };
  // Browsers take touch listeners on `window` for passive: scrolling doesn't wait for them.
  for (const type of STOPPED) window.addEventListener(type, event => handlePointer(event, events, attention), capture);
  for (const type of ['keydown', 'keyup'] as const) window.addEventListener(type, handleKey, capture);
  window.addEventListener('pointerover', event => event.isTrusted && handleRest(event, events, timer), capture);
  window.addEventListener('focusin', event => event.isTrusted && handleRest(event, events, timer), capture);
}

function handlePointer(event: Event, events: MarkEvents, attention: Attention): void {
  const host = markOf(event);
  if (!host) return;
  event.stopPropagation();
  if (PREVENTED.includes(event.type)) event.preventDefault();
  if (event.type !== 'click' || !event.isTrusted) return;
  const opener = buttonOf(host);
  if (!opener || !(event instanceof MouseEvent)) return;
  const isByKey = event.detail === 0;
  const arrival = attention.arrivalAt(host, isByKey);
  events.press(host, opener, { at: event.timeStamp, isByKey, arrival }, event);
}

/** The page must not see keys that press a mark, or lead on from it. */
function handleKey(event: KeyboardEvent): void {
  if (!markOf(event) || !['Enter', ' ', 'ArrowDown'].includes(event.key)) return;
  event.stopPropagation();
  // It opens the menu (menu/link-keys.ts), and the page stays where it is.
  if (event.key === 'ArrowDown') event.preventDefault();
}

/** The pointer sweeps over marks and the keyboard tabs past them: both have to rest. A finger presses at once. */
function handleRest(event: Event, events: MarkEvents, timer: RestTimer): void {
  timer.stop();
  const host = markOf(event);
  const opener = host && buttonOf(host);
  if (!opener) return;
  events.near(opener);
  if (event instanceof PointerEvent && event.pointerType === 'touch') return;
  timer.start(POINTER_REST_MS, () => events.rest(host, opener));
}

/** The mark that an event happened on. */
function markOf({ target }: Event): HTMLElement | undefined {
  return target instanceof HTMLElement && buttonOf(target) ? target : undefined;
}
