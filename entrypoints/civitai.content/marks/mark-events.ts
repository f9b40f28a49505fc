import { addMoreButton } from './card-mark';
import { POINTER_REST_MS } from './rest';

/** What people do to a mark; `opener` is its button. */
export type MarkEvents = {
  press(host: HTMLElement, opener: HTMLElement): void;
  /** Interest: a moment before a press, usually. */
  rest(host: HTMLElement): void;
  more(host: HTMLElement, opener: HTMLElement): void;
};

/** What does nothing to the page below, also where the whole card is a link; and what the page must not hear of either. */
const PREVENTED = ['click', 'auxclick', 'dblclick', 'dragstart'];
const KEPT = [...PREVENTED, 'pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend'];

/**
 * Hears for every mark of a card or a row what is done to it, with one set of listeners for the page: on `window`, before anybody
 * else. Only a person's press counts: the page's own scripts must not be able to vault or remove.
 */
export function watchMarks({ press, rest, more }: MarkEvents, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  const keep = (event: Event): void => {
    const host = markOf(event);
    if (!host) return;
    event.stopPropagation();
    if (PREVENTED.includes(event.type)) event.preventDefault();
    if (event.type === 'click' && event.isTrusted) act(host, event);
  };
  const act = (host: HTMLElement, event: Event): void => {
    const [inner] = event.composedPath();
    const opener = buttonOf(host);
    const pressed = inner instanceof Element ? inner.closest('button') : null;
    if (!opener || !pressed) return;
    if (pressed !== opener) more(host, opener);
    // What is being carried out is not asked for again.
    else if (opener.ariaDisabled !== 'true') press(host, opener);
  };
  const key = (event: KeyboardEvent): void => {
    const host = markOf(event);
    if (!host || !['Enter', ' ', 'ArrowDown'].includes(event.key)) return;
    event.stopPropagation();
    const opener = buttonOf(host);
    if (event.type !== 'keydown' || event.key !== 'ArrowDown' || !event.isTrusted || !opener) return;
    event.preventDefault();
    more(host, opener);
  };
  const hover = (event: PointerEvent): void => {
    clearTimeout(timer);
    const host = markOf(event);
    if (host) addMoreButton(host);
    if (host && event.pointerType !== 'touch') timer = setTimeout(() => rest(host), POINTER_REST_MS);
  };
  // Whoever tabs through a page passes every mark: like the pointer, the keyboard has to rest.
  const focus = (event: Event): void => {
    if (!event.isTrusted) return;
    clearTimeout(timer);
    const host = markOf(event);
    if (!host) return;
    addMoreButton(host);
    timer = setTimeout(() => rest(host), POINTER_REST_MS);
  };

  const capture = { capture: true, signal };
  // On `window` browsers take touches for passive by themselves: scrolling waits for nobody.
  for (const type of KEPT) window.addEventListener(type, keep, capture);
  window.addEventListener('keydown', key, capture);
  window.addEventListener('keyup', key, capture);
  window.addEventListener('pointerover', hover, capture);
  window.addEventListener('focusin', focus, capture);
}

/** The mark that an event is about. */
function markOf({ target }: Event): HTMLElement | undefined {
  return target instanceof HTMLElement && target.localName === 'vaulted-mark' ? target : undefined;
}

function buttonOf(host: HTMLElement): HTMLElement | undefined {
  const button = host.shadowRoot?.lastElementChild;
  return button instanceof HTMLElement ? button : undefined;
}
