import { browser } from 'wxt/browser';

/** Time as the engine knows it. A parameter, so that tests can run days in milliseconds. */
export type Clock = {
  /** Epoch ms. May be set at any time, so it dates things and decides nothing but whether a removal is too old. */
  now(): number;
  /** Ms since some moment of this worker's life. Never runs backwards and never faster than real time; it may stand still in sleep. */
  elapsed(): number;
  /** Resolves after `ms` or as soon as `signal` aborts; never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Has the worker woken after `ms`, even from the dead (`engine.wake`); `undefined`: no more. */
  wakeAfter(ms: number | undefined): void;
};

/** While anything is unsettled the browser wakes the worker this often (30 s is the shortest that Chrome allows). */
export const HEARTBEAT_MS = 30_000;

/**
 * Real time. What has to outlive the worker is left to the browser's alarms, the rest to its timers. `wake` is called when the alarm
 * goes off that `wakeAfter` has set; make the clock while the worker starts.
 */
export function createClock(alarm: string, wake: () => void): Clock {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) wake();
  });
  return {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    sleep: (ms, signal) =>
      new Promise(resolve => {
        if (signal.aborted) {
          resolve();
          return;
        }
        const wake = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        signal.addEventListener('abort', wake, { once: true });
      }),
    wakeAfter(ms) {
      if (ms === undefined) void browser.alarms.clear(alarm);
      else void browser.alarms.create(alarm, { delayInMinutes: ms / 60_000 });
    },
  };
}
