import { browser } from 'wxt/browser';

/** Time as the engine knows it. A parameter, so that tests can run days in milliseconds. */
export type Clock = {
  /** Epoch ms. It may be set at any time, so it dates things and decides only whether a removal is too old. */
  now(): number;
  /** Ms since the worker started. Never runs backwards or faster than real time; it may stand still while the computer sleeps. */
  elapsed(): number;
  /** Resolves after `ms` or as soon as `signal` aborts; never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Has the browser wake the worker after `ms`, also a worker that was killed meanwhile; `undefined`: no more. */
  wakeAfter(ms: number | undefined): void;
};

/** While anything is unsettled the browser wakes the worker this often (30 s is the shortest that Chrome allows). */
export const HEARTBEAT_MS = 30_000;

/**
 * Real time: what has to outlive the worker is left to the browser's alarms, the rest to its timers. `onWake` runs when the alarm that
 * `wakeAfter` has set goes off. Call it while the worker starts, or the alarm is missed.
 */
export function createClock(alarm: string, onWake: () => void): Clock {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) onWake();
  });
  return {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    sleep,
    wakeAfter(ms) {
      if (ms === undefined) void browser.alarms.clear(alarm);
      else void browser.alarms.create(alarm, { delayInMinutes: ms / 60_000 });
    },
  };
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
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
  });
}
