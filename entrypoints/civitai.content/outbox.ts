/** A tab that nobody sees has no frames: there, as often as this. */
const UNSEEN_MS = 250;

/** Sends one message. What `canWait` goes when nothing else is there to be sent. */
export type Post = (send: () => void, canWait?: boolean) => void;

/** Sends what it is given in its turn, no more than one message a frame: a page in motion has better things to do than to talk. */
export function createOutbox(signal: AbortSignal): Post {
  const waiting: (() => void)[] = [];
  const patient: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSameFrame = false;
  const next = (): void => {
    (waiting.shift() ?? patient.shift())?.();
    isSameFrame = true;
    timer = setTimeout(go, UNSEEN_MS);
    requestAnimationFrame(go);
  };
  const go = (): void => {
    clearTimeout(timer);
    timer = undefined;
    isSameFrame = false;
    plan();
  };
  const plan = (): void => {
    if (isSameFrame || waiting.length + patient.length === 0 || signal.aborted) return;
    timer ??= setTimeout(next);
  };
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return (send, canWait = false) => {
    (canWait ? patient : waiting).push(send);
    plan();
  };
}
