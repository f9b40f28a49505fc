import type { Arrival, Attention } from './attention';
import { isMeant } from './judge-press';

/** What a press of a control of ours leads to. `ask`: it may not be meant, and the user is asked once more. */
export type Reactions = { press(): void; ask(): void };

/**
 * Judges the presses of the controls in one shadow root, with listeners on that root alone: pages see nothing of it. The returned function
 * is for a control's own click.
 */
export function judgeControls(
  root: ShadowRoot,
  attention: Attention,
): (event: MouseEvent, reactions: Reactions) => void {
  const arrivals = new WeakMap<Element, { pointer?: Arrival; key?: Arrival }>();
  const judging = new WeakSet<Element>();
  const arrive = (event: Event, by: 'pointer' | 'key', isByUser: boolean): void => {
    const control = event.target instanceof Element ? event.target.closest('button') : null;
    if (!control || !event.isTrusted) return;
    const known = arrivals.get(control) ?? {};
    const { relatedTarget } = event instanceof MouseEvent || event instanceof FocusEvent ? event : {};
    if (known[by] && relatedTarget instanceof Node && control.contains(relatedTarget)) return;
    arrivals.set(control, { ...known, [by]: { at: event.timeStamp, box: control.getBoundingClientRect(), isByUser } });
  };
  root.addEventListener('pointerover', event => {
    if (event instanceof PointerEvent) arrive(event, 'pointer', !attention.wasPointerAt(event.clientX, event.clientY));
  });
  root.addEventListener('focusin', event => arrive(event, 'key', true));
  return (event, { press, ask }) => {
    const control = event.currentTarget;
    if (!event.isTrusted || !(control instanceof HTMLElement) || judging.has(control)) return;
    judging.add(control);
    const isByKey = event.detail === 0;
    const arrival = arrivals.get(control)?.[isByKey ? 'key' : 'pointer'];
    void isMeant(control, control, { at: event.timeStamp, isByKey, arrival }, attention).then(isSure => {
      judging.delete(control);
      if (isSure) press();
      else ask();
    });
  };
}
