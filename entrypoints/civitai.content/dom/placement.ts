import { isOurs } from './host';

/** Height of our button, px. It straddles the card's edge, over padding and gap only. */
const HEIGHT = 26;
/** Below this it can't be hit reliably (WCAG 2.2, target size). */
const MIN_HEIGHT = 20;
/** Distance from the card's corner, px. */
const INSET = 10;
/** Words where at least this much is free, otherwise an icon. */
const WORDS_WIDTH = 140;

/** Where the button may stand, in viewport px, and whether words fit. */
type Spot = { right: number; top: number; height: number; width: number; hasWords: boolean };

type Box = { top: number; bottom: number; left: number; right: number };

/**
 * Finds the empty strip along an edge of the card: its padding and the gap beside it, where nothing of the site stands.
 * The head of the card first, its foot where the head has no room.
 */
function findSpot(card: HTMLElement): Spot | undefined {
  const box = card.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return undefined;
  const content = contentOf(card);
  const head = { from: edgeAbove(card, box), to: content ? content.top : box.top + HEIGHT };
  const foot = { from: content ? content.bottom : box.bottom - HEIGHT, to: edgeBelow(card, box) };
  const strip = head.to - head.from >= MIN_HEIGHT ? head : foot;
  const height = Math.min(HEIGHT, Math.floor(strip.to - strip.from));
  if (height < MIN_HEIGHT) return undefined;
  const edge = strip === head ? box.top : box.bottom;
  const top = Math.min(Math.max(edge - height / 2, strip.from), strip.to - height);
  const width = box.width - 2 * INSET;
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
  place();
  return stop;
}
