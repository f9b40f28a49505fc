import { hideUntilStill } from './hide-until-still';
import { isOurs } from './host';

/** Height of our button, px. It straddles the card's edge, over padding and gap only. */
const HEIGHT = 26;
/** Below this it can't be hit reliably (WCAG 2.2, target size). */
const MIN_HEIGHT = 20;
/** Distance from the card's corner, px. */
const INSET = 10;
/** Distance from what stands in the way, px. */
const GAP = 4;
/** Words where at least this much is free, otherwise an icon. */
const WORDS_WIDTH = 140;

/** Where the button may stand, in viewport px, and whether words fit. */
type Spot = { right: number; top: number; height: number; width: number; hasWords: boolean };

type Strip = { from: number; to: number };

type Box = { top: number; bottom: number; left: number; right: number };

/**
 * Finds the empty strip along an edge of the card: its padding and the gap beside it, where nothing of the site stands.
 * The head of the card first, its foot where the head has no room.
 */
function findSpot(card: HTMLElement): Spot | undefined {
  const box = card.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return undefined;
  const content = contentOf(card);
  const left = content ? leftOf(card, content, box) : box.left + INSET;
  const head = { from: edgeAbove(card, box), to: content ? content.top : box.top + HEIGHT };
  const foot = { from: content ? content.bottom : box.bottom - HEIGHT, to: edgeBelow(card, box) };
  const canStand = (strip: Strip): boolean => strip.to - strip.from >= MIN_HEIGHT;
  // Beside a badge at the head there may be room for an icon alone, where the foot has room for words.
  const isCrowded = left > box.left + INSET && box.right - INSET - left < WORDS_WIDTH && canStand(foot);
  const strip = canStand(head) && !isCrowded ? head : foot;
  const height = Math.min(HEIGHT, Math.floor(strip.to - strip.from));
  if (height < MIN_HEIGHT) return undefined;
  const edge = strip === head ? box.top : box.bottom;
  const top = Math.min(Math.max(edge - height / 2, strip.from), strip.to - height);
  const width = box.right - INSET - (strip === head ? left : box.left + INSET);
  return { right: box.right - INSET, top, height, width, hasWords: width >= WORDS_WIDTH };
}

function contentOf(card: HTMLElement): Box | undefined {
  let content: Box | undefined;
  for (const child of card.children) {
    const box = child.getBoundingClientRect();
    if (box.height === 0 || isOurs(child)) continue;
    content = content
      ? { ...content, top: Math.min(content.top, box.top), bottom: Math.max(content.bottom, box.bottom) }
      : box;
  }
  return content;
}

/** Where the head's strip begins: what stands out of the card's content, such as a price badge, is not covered. */
function leftOf(card: HTMLElement, content: Box, box: Box): number {
  const boxes = [...card.querySelectorAll('*')].map(element => element.getBoundingClientRect());
  const inTheWay = boxes.filter(({ top, height }) => height > 0 && top < content.top - 1);
  return Math.max(box.left + INSET, ...inTheWay.map(({ right }) => right + GAP));
}

/** The lowest edge of the elements above the card, going up through its ancestors' earlier siblings. */
function edgeAbove(card: HTMLElement, box: Box): number {
  const above = neighbours(card, 'previousElementSibling').filter(
    other => other.bottom <= box.top + 1 && overlaps(other, box),
  );
  return above.length > 0 ? Math.max(...above.map(other => other.bottom)) : box.top - HEIGHT / 2;
}

function edgeBelow(card: HTMLElement, box: Box): number {
  const below = neighbours(card, 'nextElementSibling').filter(
    other => other.top >= box.bottom - 1 && overlaps(other, box),
  );
  return below.length > 0 ? Math.min(...below.map(other => other.top)) : box.bottom + HEIGHT / 2;
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && one.right > other.left;
}

function neighbours(card: HTMLElement, side: 'previousElementSibling' | 'nextElementSibling'): DOMRect[] {
  const boxes: DOMRect[] = [];
  let node: Element | null = card;
  for (let depth = 0; node && depth < 5; depth++, node = node.parentElement) {
    for (let other = node[side]; other; other = other[side]) {
      const box = other.getBoundingClientRect();
      if (box.height > 0 && !isOurs(other)) boxes.push(box);
    }
  }
  return boxes;
}

/**
 * Keeps `host` at the card's free spot without touching the card: last child of the card's parent, out of the flow, moved by
 * `translate`. Measured again when card or parent change size. `placed` gets the spot, or `undefined` where none is free.
 */
export function keepBeside(
  card: HTMLElement,
  host: HTMLElement,
  placed: (spot: Spot | undefined) => void,
): AbortController {
  const stop = new AbortController();
  const parent = card.parentElement;
  if (!parent) return stop;
  const place = (): void => {
    if (stop.signal.aborted || !card.isConnected) return;
    if (host.parentElement !== parent) parent.append(host);
    const spot = findSpot(card);
    placed(spot);
    host.hidden = !spot;
    if (!spot) return;
    host.style.translate = 'none';
    host.style.height = `${spot.height}px`;
    host.style.maxWidth = `${spot.width}px`;
    const now = host.getBoundingClientRect();
    host.style.translate = [spot.right - now.right, spot.top - now.top].map(length => `${length}px`).join(' ');
  };
  const observer = new ResizeObserver(place);
  for (const element of [card, parent, host]) observer.observe(element);
  window.addEventListener('resize', place, { signal: stop.signal });
  stop.signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  hideUntilStill(card, host, stop.signal);
  place();
  return stop;
}
