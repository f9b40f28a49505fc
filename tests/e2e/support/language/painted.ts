/** Where texts are looked for. */
export type Root = Document | ShadowRoot | Element;

/** One text as it is painted: its node, its element, its words without values, a box for each line, and what is seen of it. */
export type Painted = { node: Text; element: Element; words: string; boxes: DOMRect[]; seen: DOMRect[] };

// All of this runs in the page: each function may only use those that the source below has as well.

/** A root, and those in the shadow of its elements. */
function rootsIn(root: Root): Root[] {
  const shadows = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [root, ...shadows.flatMap(rootsIn)];
}

/** Names, which are as the site has them, stand in elements or characters that isolate their direction. */
function withoutValues(text: string): string {
  const less = text.replace(/\u2068[^\u2068\u2069]*\u2069/g, '');
  return less === text ? text : withoutValues(less);
}

/** The part of a box that no element above hides. */
function seenOf(box: DOMRect, clips: Element[]): DOMRect {
  const edges = clips.map(clip => clip.getBoundingClientRect());
  const left = Math.max(box.left, ...edges.map(edge => edge.left));
  const top = Math.max(box.top, ...edges.map(edge => edge.top));
  const right = Math.min(box.right, ...edges.map(edge => edge.right));
  const bottom = Math.min(box.bottom, ...edges.map(edge => edge.bottom));
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

function paintedIn(root: Root): Painted[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Painted[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!(node instanceof Text) || !element || !node.data.trim()) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (element.closest('.visually-hidden, style, script, option')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    const isName = element.closest('bdi, [dir="auto"], [data-name]') !== null;
    const clips = clipsOf(element, /hidden|clip|auto|scroll/);
    const seen = boxes.map(box => seenOf(box, clips));
    found.push({ node, element, words: isName ? '' : withoutValues(node.data), boxes, seen });
  }
  return found;
}

/** The boxes above an element that hide what is larger than they are; what one can scroll to is not cut off. */
function clipsOf(element: Element, hiding = /hidden|clip/): Element[] {
  const root = element.getRootNode();
  const above = element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  const { overflowX, overflowY } = getComputedStyle(element);
  const isClip = [overflowX, overflowY].some(value => hiding.test(value));
  return [...(isClip ? [element] : []), ...(above ? clipsOf(above, hiding) : [])];
}

/** The units that the languages write sizes in, for a regular expression. */
function unitsOfSizes(): string {
  return '[KMGTP][Bo]|[КМГТП]Б|[كمغتب]\\.ب|(?:كيلو|ميغا|غيغا|تيرا|بيتا)بايت';
}

/** Sizes, numbers and dates stand in the same elements as names do. */
function isFigure(text: string): boolean {
  return new RegExp(`^[^\\p{L}]*\\p{Nd}[^\\p{L}]*(?:${unitsOfSizes()})?[^\\p{L}]*$`, 'u').test(text);
}

/** The source of the functions above, for the page. */
export const paintedSource = [rootsIn, withoutValues, seenOf, paintedIn, clipsOf, unitsOfSizes, isFigure].join('\n');
