import { createRestTimer, POINTER_REST_MS, type RestTimer } from '@/entrypoints/civitai.content/dom/rest-timer';
import type { Attention } from '@/entrypoints/civitai.content/presses/attention';
import type { Press } from '@/entrypoints/civitai.content/presses/judge-press';
import { buttonOf, completeMark } from './card-mark';

/** What the user does to a mark; `opener` is its button. */
export type MarkEvents = {
  press(host: HTMLElement, opener: HTMLElement, press: Press): void;
  /** The pointer or the keyboard rests on a mark: usually a moment before a press. */
  rest(host: HTMLElement): void;
  more(host: HTMLElement, opener: HTMLElement): void;
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
  window.addEventListener('keydown', event => handleKey(event, events), capture);
  window.addEventListener('keyup', event => handleKey(event, events), capture);
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
  if (isOnMore(event, opener)) events.more(host, opener);
  else events.press(host, opener, { at: event.timeStamp, isByKey, arrival: attention.arrivalAt(host, isByKey) });
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
  if (!host) return;
  completeMark(host);
  if (event instanceof PointerEvent && event.pointerType === 'touch') return;
  timer.start(POINTER_REST_MS, () => events.rest(host));
}

/** Whether a click on a mark is for its small button. Outside of a closed root no event says it; a click without a pointer goes by the focus. */
function isOnMore({ clientX, clientY, detail }: MouseEvent, opener: HTMLElement): boolean {
  const root = opener.getRootNode();
  if (!(root instanceof ShadowRoot)) return false;
  const pressed = detail === 0 ? root.activeElement : root.elementFromPoint(clientX, clientY);
  return pressed?.closest('button')?.nextElementSibling === opener;
}

/** The mark that an event happened on. */
function markOf({ target }: Event): HTMLElement | undefined {
  return target instanceof HTMLElement && buttonOf(target) ? target : undefined;
}
