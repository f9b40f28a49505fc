import { isOurs } from '@/entrypoints/civitai.content/dom/host';

/** After a key that was typed elsewhere, Enter and Space belong to that text for this long. */
const TYPING_MS = 1_000;

/** How the pointer or the focus came to where a press can follow. Times are those of events, ms. */
export type Arrival = {
  at: number;
  /** Where it stood then. */
  box: DOMRect;
  /** The pointer has moved there, or the focus came. `false`: the element came under a pointer that rested. */
  isByUser: boolean;
};

/** What the page's listeners know of the user's attention. */
export type Attention = {
  /** How the pointer, or with `isByKey` the focus, came to this host; `undefined`: no event told. */
  arrivalAt(host: Element, isByKey: boolean): Arrival | undefined;
  /** True for the time of a press by key that belongs to what the user types elsewhere. */
  isTyping(at: number): boolean;
  /** Whether the pointer was at this point before the event: then it has not moved. */
  wasPointerAt(x: number, y: number): boolean;
};

type Found = { host: Element; arrival: Arrival } | undefined;
type State = { over: Found; focused: Found; x: number; y: number; typedAt: number };

/** Follows pointer, focus and typing with one set of listeners for all elements of ours. Only trusted events count. */
export function watchAttention(signal: AbortSignal): Attention {
  const state: State = { over: undefined, focused: undefined, x: -1, y: -1, typedAt: Number.NEGATIVE_INFINITY };
  const listen = <Type extends keyof WindowEventMap>(type: Type, hear: (event: WindowEventMap[Type]) => void): void =>
    window.addEventListener(type, event => event.isTrusted && hear(event), { capture: true, passive: true, signal });
  const wasPointerAt: Attention['wasPointerAt'] = (x, y) => x === state.x && y === state.y;
  listen('pointerover', event => {
    if (state.over?.host === event.target) return;
    state.over = arrive(event, !wasPointerAt(event.clientX, event.clientY));
  });
  // Comes after `pointerover`, where it is the pointer that has moved.
  listen('pointermove', ({ clientX, clientY }) => Object.assign(state, { x: clientX, y: clientY }));
  listen('focusin', event => {
    state.focused = arrive(event, true);
  });
  listen('keydown', event => {
    state.typedAt = typedAtAfter(event, state.typedAt);
  });
  return {
    wasPointerAt,
    isTyping: at => at - state.typedAt < TYPING_MS,
    arrivalAt(host, isByKey) {
      const found = isByKey ? state.focused : state.over;
      return found?.host === host ? found.arrival : undefined;
    },
  };
}

function arrive({ target, timeStamp }: Event, isByUser: boolean): Found {
  if (!(target instanceof Element) || !isOurs(target)) return undefined;
  return { host: target, arrival: { at: timeStamp, box: target.getBoundingClientRect(), isByUser } };
}

/** When the user last typed. Tab leads away from a text; Enter and Space on an element of ours are presses. */
function typedAtAfter({ key, target, timeStamp }: KeyboardEvent, before: number): number {
  if (key === 'Tab') return Number.NEGATIVE_INFINITY;
  const isText = key.length === 1 || key === 'Enter' || key === 'Backspace';
  const isPress = (key === ' ' || key === 'Enter') && target instanceof Element && isOurs(target);
  return isText && !isPress ? timeStamp : before;
}
