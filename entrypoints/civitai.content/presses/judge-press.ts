import type { Arrival, Attention } from './attention';
import { isSeen, isUnmoved } from './seen';
import { isUncovered } from './uncovered';

/** What adds has to have been seen for this long. */
const ADD_AFTER_MS = 200;

/** One press of a control: by pointer or finger, or by key. `at` is the event's time, ms. */
export type Press = { at: number; isByKey: boolean; arrival: Arrival | undefined };

/**
 * Whether the user can have meant this press of something that adds: the control was seen and unmoved for 200 ms, and nothing is painted
 * over it. A key counts unless it was typed into a text. A press that comes sooner is judged once the time is over. `measured`: whose box
 * the arrival tells.
 */
export async function isMeant(
  control: HTMLElement,
  measured: Element,
  { at, isByKey, arrival }: Press,
  attention: Pick<Attention, 'isTyping'>,
): Promise<boolean> {
  if (isByKey && attention.isTyping(at)) return false;
  if (isByKey && !isInWindow(control)) {
    control.scrollIntoView({ block: 'center' });
    return false;
  }
  const box = arrival?.box ?? measured.getBoundingClientRect();
  const isSteady = (): boolean => isUnmoved(box, measured.getBoundingClientRect()) && isSeen(control);
  if (!isSteady()) return false;
  const restMs = ADD_AFTER_MS - (at - (arrival?.at ?? at));
  // A control that came under a resting pointer has to be seen before it is pressed.
  if (restMs > 0 && arrival?.isByUser === false) return false;
  const [isClear] = await Promise.all([isUncovered(control), wait(Math.max(0, restMs))]);
  return isClear && isSteady();
}

function isInWindow(control: Element): boolean {
  const { top, bottom, left, right } = control.getBoundingClientRect();
  return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
}

function wait(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
