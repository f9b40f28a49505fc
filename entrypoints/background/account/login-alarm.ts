import { type Clock, createClock, HEARTBEAT_MS } from '@/entrypoints/background/timing/clock';
import { CONFIRM_AFTER_MS } from './login';

/** A timer may be a little early by the clock on the wall. */
const SPARE_MS = 200;

/**
 * Has a log-out confirmed: by this worker on time, or by the next one after an alarm. Call it while the worker starts. The result takes
 * whether that is due.
 */
export function createLoginAlarm(confirm: () => Promise<void>, start: typeof createClock = createClock) {
  const ask = () => void confirm().catch(() => undefined);
  const clock: Clock = start('vaulted-login', ask);
  let waiting: AbortController | undefined;
  return (isDue: boolean): void => {
    if (!isDue) {
      waiting?.abort();
      waiting = undefined;
      clock.wakeAfter(undefined);
      return;
    }
    if (waiting) return;
    clock.wakeAfter(HEARTBEAT_MS);
    const stop = new AbortController();
    waiting = stop;
    void clock.sleep(CONFIRM_AFTER_MS + SPARE_MS, stop.signal).then(() => {
      if (stop.signal.aborted) return;
      waiting = undefined;
      ask();
    });
  };
}
