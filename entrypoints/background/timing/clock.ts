import { browser } from 'wxt/browser';
import type { Clock } from '@/entrypoints/background/vault/ports';

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
