import { isHitAt, isWhole } from './seen';

/** In so many bands, one above the other, a control is looked at where something takes the presses on a part of it. */
const BANDS = 4;
/** So many of them have to be free. */
const FEWEST_BANDS = 2;

/** Chromium's `trackVisibility` looks at most this often, ms; it takes no less. */
const DELAY_MS = 100;
/** A browser that paints answers within a few frames. */
const LONGEST_MS = 600;

type WithVisibility = IntersectionObserverInit & { trackVisibility: boolean; delay: number };

/** True where the browser can tell what is painted over an element: Chromium with IntersectionObserver v2. */
const isTracked = (): boolean => 'isVisible' in IntersectionObserverEntry.prototype;

/**
 * Follows whether anything is painted over the element, whatever lets pointers through, until `signal` aborts. Firefox can't tell: there
 * `report` is never called.
 */
export function watchCover(element: Element, report: (isUncovered: boolean) => void, signal: AbortSignal): void {
  if (!isTracked()) return;
  const options: WithVisibility = { trackVisibility: true, delay: DELAY_MS, threshold: [0, 0.5, 0.9, 1] };
  const observer = new IntersectionObserver(entries => {
    const last = entries.at(-1);
    if (last) report('isVisible' in last && last.isVisible === true);
  }, options);
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/**
 * Whether nothing is painted over the control now, but for what takes the presses there: the head of the page may lie over a part of it.
 * True where the browser can't tell, `false` where it paints no frame.
 */
export async function isUncovered(control: HTMLElement): Promise<boolean> {
  if (!isTracked()) return true;
  if (isWhole(control)) return isClear([control]);
  const bands = addFreeBands(control);
  const isFree = bands.length >= FEWEST_BANDS && (await isClear(bands));
  for (const band of bands) band.remove();
  return isFree;
}

async function isClear(elements: readonly Element[]): Promise<boolean> {
  const done = new AbortController();
  const answers = elements.map(
    element =>
      new Promise<boolean>(resolve => {
        watchCover(element, resolve, done.signal);
        setTimeout(resolve, LONGEST_MS, false);
      }),
  );
  const all = await Promise.all(answers);
  done.abort();
  return all.every(Boolean);
}

/** Lays an empty element over each band of the control that a press would hit: the browser judges elements as a whole. */
function addFreeBands(control: HTMLElement): HTMLElement[] {
  const { left, top, width, height } = control.getBoundingClientRect();
  const size = 1 / BANDS;
  const starts = Array.from({ length: BANDS }, (_, at) => at * size);
  const free = starts.filter(start => [0.05, 0.5, 0.95].every(part => isHitAt(control, 0.5, start + part * size)));
  return free.map(start => {
    const band = document.createElement('i');
    const root = control.getRootNode();
    Object.assign(band.style, { position: 'absolute', top: '0', left: '0', zIndex: '9', pointerEvents: 'none' });
    band.style.width = `${width}px`;
    band.style.height = `${height * size}px`;
    (root instanceof ShadowRoot ? root : control).append(band);
    const at = band.getBoundingClientRect();
    band.style.translate = [left - at.left, top + start * height - at.top].map(length => `${length}px`).join(' ');
    return band;
  });
}
