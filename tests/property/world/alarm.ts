import type { Laptop } from './laptop';

const ALARM_FLOOR_MS = 30_000;

export type Alarm = ReturnType<typeof createAlarm>;

/** The browser's alarm, which outlives the worker. */
export function createAlarm(laptop: Laptop, wake: () => void) {
  let latest = 0;
  let isSet = false;
  return {
    isSet: () => isSet,
    /** Goes off after `ms`, or the browser's shortest time; `undefined`: never. */
    set(ms: number | undefined): void {
      const mine = ++latest;
      isSet = ms !== undefined;
      if (ms === undefined) return;
      laptop.locally(Math.max(ms, ALARM_FLOOR_MS), () => {
        if (mine !== latest) return;
        isSet = false;
        wake();
      });
    },
  };
}
