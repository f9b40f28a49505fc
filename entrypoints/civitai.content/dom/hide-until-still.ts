/** On a narrow screen the page shifts while it loads, and what stands beside its cards moves along (site-facts.md "Seen on the second look"). */
const NARROW = '(max-width: 767px)';
/** There the button shows itself once the card has stood still for this long, */
const STILL_MS = 600;
/** or after this long at the latest. */
const LATEST_MS = 3_000;
const LOOK_EVERY_MS = 100;

/** How far down the card stands in its page, px, wherever that is scrolled to. */
function offsetOf(card: HTMLElement): number {
  let [offset, element]: [number, Element | null] = [0, card];
  while (element instanceof HTMLElement) {
    offset += element.offsetTop;
    element = element.offsetParent;
  }
  return offset;
}

/** Keeps `host` from being seen on a narrow screen until the card stands still; `signal`: it stands elsewhere from now on. */
export function hideUntilStill(card: HTMLElement, host: HTMLElement, signal: AbortSignal): void {
  if (!matchMedia(NARROW).matches) return;
  host.style.visibility = 'hidden';
  let [offset, stillMs, waitedMs] = [offsetOf(card), 0, 0];
  const timer = setInterval(() => {
    const now = offsetOf(card);
    stillMs = now === offset ? stillMs + LOOK_EVERY_MS : 0;
    waitedMs += LOOK_EVERY_MS;
    offset = now;
    if (stillMs >= STILL_MS || waitedMs >= LATEST_MS) show();
  }, LOOK_EVERY_MS);
  const show = (): void => {
    clearInterval(timer);
    host.style.visibility = '';
  };
  signal.addEventListener('abort', show, { once: true });
}
