/** One frame of a screen with 60 Hz, rounded up. */
const FRAME_MS = 17;

/** Sends one message. What `canWait` goes when nothing else is there to be sent. */
export type Post = (send: () => void, canWait?: boolean) => void;

/** Sends what it is given in its turn, no more than one message a frame: a page in motion has better things to do than to talk. */
export function createOutbox(signal: AbortSignal): Post {
  const waiting: (() => void)[] = [];
  const patient: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const next = (): void => {
    timer = undefined;
    last = performance.now();
    (waiting.shift() ?? patient.shift())?.();
    plan();
  };
  const plan = (): void => {
    if (waiting.length + patient.length === 0 || signal.aborted) return;
    timer ??= setTimeout(next, Math.max(0, last + FRAME_MS - performance.now()));
  };
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return (send, canWait = false) => {
    (canWait ? patient : waiting).push(send);
    plan();
  };
}
