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
  more(host: HTMLElement, opener: HTMLElement): void;
};

/** Events without their default action, which the page below would carry out where the whole card is a link. */
const PREVENTED = ['click', 'auxclick', 'dblclick', 'dragstart'];
/** Events that the page must not see. */
const STOPPED = [
  ...PREVENTED,
  'contextmenu',
  ...['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'pointercancel', 'mouseup', 'touchend'],
];
/** A finger that stays this long means more than a tap: less than the browsers' own 500 ms. */
const LONG_PRESS_MS = 450;

/** What is known of the press that goes on. `held`: it has opened the menu of this mark already. */
type Hand = { timer: RestTimer; isTouch: boolean; held: HTMLElement | undefined };

/**
 * Listens for all marks of cards and rows with one set of listeners, on `window`, before the site's own. Only a trusted event counts:
 * the page's scripts must not be able to add or remove.
 */
export function watchMarks(events: MarkEvents, attention: Attention, signal: AbortSignal): void {
  const timer = createRestTimer(signal);
  const hand: Hand = { timer, isTouch: false, held: undefined };
  const capture = { capture: true, signal };
  // Browsers take touch listeners on `window` for passive: scrolling doesn't wait for them.
  for (const type of STOPPED)
    window.addEventListener(type, event => handlePointer(event, events, attention, hand), capture);
  window.addEventListener('keydown', event => handleKey(event, events), capture);
  window.addEventListener('keyup', event => handleKey(event, events), capture);
  window.addEventListener('pointerover', event => event.isTrusted && handleRest(event, events, timer), capture);
  window.addEventListener('focusin', event => event.isTrusted && handleRest(event, events, timer), capture);
}

function handlePointer(event: Event, events: MarkEvents, attention: Attention, hand: Hand): void {
  const { type } = event;
  // The finger is gone, wherever it left.
  if (/up$|cancel/.test(type)) hand.timer.stop();
  const host = markOf(event);
  if (!host) return;
  event.stopPropagation();
  if (PREVENTED.includes(type) || (type === 'contextmenu' && hand.isTouch)) event.preventDefault();
  const opener = buttonOf(host);
  if (!event.isTrusted || !opener || !(event instanceof MouseEvent)) return;
  if (type === 'pointerdown') beginPress(event, host, () => events.more(host, opener), hand);
  const isByKey = event.detail === 0;
  if (type !== 'click' || (hand.held === host && !isByKey)) return;
  const isBlind = hand.isTouch && !isByKey;
  const arrival = attention.arrivalAt(host, isByKey);
  events.press(host, opener, { at: event.timeStamp, isByKey, isBlind, arrival }, event);
}

function beginPress(event: MouseEvent, host: HTMLElement, openMenu: () => void, hand: Hand): void {
  hand.held = undefined;
  hand.isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
  if (!hand.isTouch) return;
  hand.timer.start(LONG_PRESS_MS, () => {
    hand.held = host;
    openMenu();
  });
}

function handleKey(event: KeyboardEvent, events: MarkEvents): void {
  const host = markOf(event);
  if (!host || !['Enter', ' ', 'ArrowDown'].includes(event.key)) return;
  event.stopPropagation();
  const opener = buttonOf(host);
  if (event.type !== 'keydown' || event.key !== 'ArrowDown' || !event.isTrusted || !opener) return;
  event.preventDefault();
  events.more(host, opener);
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
