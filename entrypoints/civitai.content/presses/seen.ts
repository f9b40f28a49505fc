/** Where a control is looked for, as shares of its width and height: the middle, and near its corners. */
const POINTS = [
  [0.5, 0.5],
  [0.15, 0.2],
  [0.85, 0.2],
  [0.15, 0.8],
  [0.85, 0.8],
] as const;
/** So many of them have to be free: the head of the page may cover a part. */
const FREE_POINTS = 3;
/** No control of ours is larger, CSS pixels. */
const LARGEST = { width: 420, height: 140 };
/** Fainter than this, counted with all that it stands in, is not seen. */
const FAINTEST = 0.5;
/** A control that follows its card's own animation moves by less, CSS pixels. */
const SLACK = 4;

/** True where the control is painted in the window, in its usual size, and would be hit at most of its points. */
export function isSeen(control: HTMLElement): boolean {
  if (!control.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
  const { width, height } = control.getBoundingClientRect();
  if (width > LARGEST.width || height > LARGEST.height) return false;
  return freePointsOf(control) >= FREE_POINTS && opacityOf(control) >= FAINTEST;
}

/** True where nothing that takes presses lies over a part of the control. */
export function isWhole(control: HTMLElement): boolean {
  return freePointsOf(control) === POINTS.length;
}

/** True where a press at that point of the control, as shares of its width and height, would hit it. */
export function isHitAt(control: Element, x: number, y: number): boolean {
  const { left, top, width, height } = control.getBoundingClientRect();
  return document.elementFromPoint(left + x * width, top + y * height) === hostOf(control);
}

/** True where it still stands as it did: one of its sides may have moved, as words slide out of a chip. */
export function isUnmoved(before: DOMRect, now: DOMRect): boolean {
  const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= SLACK;
  return isNear(before.top, now.top) && (isNear(before.left, now.left) || isNear(before.right, now.right));
}

function freePointsOf(control: HTMLElement): number {
  return POINTS.filter(([x, y]) => isHitAt(control, x, y)).length;
}

/** The element in the page that an element of our shadow roots belongs to. */
function hostOf(control: Element): Element {
  const root = control.getRootNode();
  return root instanceof ShadowRoot ? root.host : control;
}

function opacityOf(control: Element): number {
  let opacity = 1;
  for (let element: Element | null = control; element; element = element.parentElement ?? hostAbove(element))
    opacity *= Number(getComputedStyle(element).opacity);
  return opacity;
}

function hostAbove(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
