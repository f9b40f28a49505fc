/** A tab that nobody sees has no frames: there, as often as this. */
const UNSEEN_MS = 250;

/** Sends one message. What `canWait` goes when nothing else is there to be sent. */
export type QueueMessage = (send: () => void, canWait?: boolean) => void;

/**
 * Sends what it is given in its turn, no more than one message a frame: a page in motion has better things to do than to talk. Which
 * frame it is, the timeline tells: to be called in every frame would cost as much as the messages.
 */
export function createOutbox(signal: AbortSignal): QueueMessage {
  const waiting: (() => void)[] = [];
  const patient: (() => void)[] = [];
  let isPlanned = false;
  let sentIn: unknown;
  const next = (): void => {
    isPlanned = false;
    if (signal.aborted) return;
    sentIn = document.timeline.currentTime;
    (waiting.shift() ?? patient.shift())?.();
    plan();
  };
  const waitForFrame = (): void => {
    const go = (): void => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      next();
    };
    const timer = setTimeout(go, UNSEEN_MS);
    const frame = requestAnimationFrame(go);
  };
  const plan = (): void => {
    if (isPlanned || waiting.length + patient.length === 0) return;
    isPlanned = true;
    if (document.timeline.currentTime === sentIn) waitForFrame();
    // What else is posted at this moment takes its turn with it.
    else queueMicrotask(next);
  };
  return (send, canWait = false) => {
    (canWait ? patient : waiting).push(send);
    plan();
  };
}
