/** A hidden tab has no frames: there, one message in this time. */
const HIDDEN_TAB_MS = 250;

/** While a page goes on moving, one message in this time: each costs as much as some marks. */
const PAUSE_MS = 200;
/** So many may go faster after a rest: a page begins with a few, and a row that scrolls in gets its marks at once. */
const HEAD_START = 10;

/** The worker refuses a message that names more than 2,000 ids. */
const IDS_PER_MESSAGE = 1_000;

/** Queues one message. What `canWait` goes when no other message waits, and once however often it was enqueued by then. */
export type EnqueueMessage = (send: () => void, canWait?: boolean) => void;

/**
 * Sends what is enqueued in its turn, at most one message a frame and fewer while many follow each other: a page in motion has better
 * use for its time. The timeline tells one frame from the next: a callback in every frame would cost as much as the messages.
 */
export function createOutbox(signal: AbortSignal): EnqueueMessage {
  const waiting: (() => void)[] = [];
  const deferred = new Set<() => void>();
  let isPlanned = false;
  let lastFrame: unknown;
  let dueAt = Number.NEGATIVE_INFINITY;
  const sendNext = (): void => {
    isPlanned = false;
    if (signal.aborted) return;
    lastFrame = document.timeline.currentTime;
    dueAt = Math.max(dueAt, performance.now() - HEAD_START * PAUSE_MS) + PAUSE_MS;
    const [later] = deferred;
    const send = waiting.shift() ?? later;
    if (send) deferred.delete(send);
    send?.();
    plan();
  };
  const planAnew = (): void => {
    isPlanned = false;
    plan();
  };
  const plan = (): void => {
    if (isPlanned || waiting.length + deferred.size === 0) return;
    isPlanned = true;
    const restMs = dueAt - performance.now();
    if (restMs > 0) setTimeout(planAnew, restMs);
    else if (document.timeline.currentTime === lastFrame) afterFrame(sendNext);
    // Messages that are enqueued in the same turn take their place in the queue first.
    else queueMicrotask(sendNext);
  };
  return (send, canWait = false) => {
    if (canWait) deferred.add(send);
    else waiting.push(send);
    plan();
  };
}

function afterFrame(act: () => void): void {
  const go = (): void => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    act();
  };
  const timer = setTimeout(go, HIDDEN_TAB_MS);
  const frame = requestAnimationFrame(go);
}

/** Takes out as many ids as one message may name; the rest waits for the next. */
export function takeBatch<Id>(waiting: Set<Id>): Id[] {
  const ids = [...waiting].slice(0, IDS_PER_MESSAGE);
  for (const id of ids) waiting.delete(id);
  return ids;
}
