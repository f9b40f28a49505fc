/** Pointer or keyboard show interest once they have rested this long: sweeping over a page asks nothing. */
export const POINTER_REST_MS = 250;

/** One pending action; a new one replaces it, and it ends with the page. */
export type RestTimer = { start(ms: number, act: () => void): void; stop(): void };

export function createRestTimer(signal: AbortSignal): RestTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(timer);
  signal.addEventListener('abort', stop, { once: true });
  return {
    stop,
    start(ms, act) {
      stop();
      timer = setTimeout(act, ms);
    },
  };
}
