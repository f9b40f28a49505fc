import { browser } from 'wxt/browser';
import type { Clock } from './vault/ports';

const ALARM = 'vaulted-settle';

/** Real time. What has to outlive the worker is left to the browser's alarms, the rest to its timers. */
export function createClock(): Clock {
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
      if (ms === undefined) void browser.alarms.clear(ALARM);
      else void browser.alarms.create(ALARM, { delayInMinutes: ms / 60_000 });
    },
  };
}

/** Calls `wake` when the alarm goes off that `wakeAfter` has set. Call it while the worker starts. */
export function onWake(wake: () => void): void {
  browser.alarms.onAlarm.addListener(alarm => {
    if (alarm.name === ALARM) wake();
  });
}
