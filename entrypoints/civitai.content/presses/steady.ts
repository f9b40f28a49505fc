import { isSeen, isUnmoved } from './seen';
import { watchCover } from './uncovered';

const LOOK_EVERY_MS = 100;

/** Follows a control of an open dialog. */
export type Steady = {
  /** The dialog itself has changed: the time begins anew. */
  startAgain(): void;
  /** Whether the user can have meant a press of it now: seen, unmoved and uncovered long enough. One that comes sooner is judged then. */
  isMeant(): Promise<boolean>;
};

type State = { since: number; disturbedAt: number; box: DOMRect; isCovered: boolean };

/** Follows the control of an open modal until that is `closed`. `afterMs`: how long it has to have been seen before a press. */
export function watchSteady(control: HTMLElement, afterMs: number, closed: Promise<unknown>): Steady {
  const ending = new AbortController();
  const { signal } = ending;
  void closed.then(() => ending.abort());
  const now = (): number => performance.now();
  const state: State = {
    since: now(),
    disturbedAt: Number.NEGATIVE_INFINITY,
    box: control.getBoundingClientRect(),
    isCovered: false,
  };
  const look = (): void => {
    const box = control.getBoundingClientRect();
    const isQuiet =
      !state.isCovered &&
      isUnmoved(state.box, box) &&
      isSeen(control) &&
      !isUnderAnother(control.closest('dialog') ?? control);
    state.box = box;
    if (!isQuiet) state.disturbedAt = now();
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  watchCover(
    control,
    isUncovered => {
      state.isCovered = !isUncovered;
      look();
    },
    signal,
  );
  return {
    startAgain() {
      Object.assign(state, { since: now(), box: control.getBoundingClientRect() });
    },
    async isMeant() {
      look();
      const isDisturbed = (): boolean => now() - state.disturbedAt < afterMs;
      if (isDisturbed()) return false;
      const restMs = afterMs - (now() - state.since);
      if (restMs > 0) await new Promise(resolve => setTimeout(resolve, restMs));
      look();
      return !isDisturbed() && !signal.aborted;
    },
  };
}

/** True where something else of the top layer overlaps the dialog: it may be painted above, and let clicks through. */
function isUnderAnother(dialog: Element): boolean {
  const own = dialog.getBoundingClientRect();
  return [...document.querySelectorAll(':popover-open, :modal')].some(other => {
    const { left, right, top, bottom } = other.getBoundingClientRect();
    return left < own.right && right > own.left && top < own.bottom && bottom > own.top;
  });
}
