import type { VirtualTime } from '@/tests/property/virtual-time';

export type Laptop = ReturnType<typeof createLaptop>;

/** The laptop that the browser runs on: its clock can be set, and it can sleep. */
export function createLaptop(time: VirtualTime) {
  let wallOffset = 1_700_000_000_000;
  let slept = 0;
  let asleepUntil = 0;
  let isClockLost = false;

  /** Something that happens in the browser: not while the laptop sleeps. */
  function locally(delayMs: number, run: () => void): void {
    time.after(delayMs, () => {
      if (time.now() < asleepUntil) locally(asleepUntil - time.now(), run);
      else run();
    });
  }

  return {
    locally,
    wall: () => time.now() + wallOffset,
    /** Time during which it was awake. */
    awake: () => time.now() - slept,
    slept: () => slept,
    /** Its clock was set at least once. */
    isClockLost: () => isClockLost,
    sleep(ms: number): void {
      slept += ms;
      asleepUntil = time.now() + ms;
    },
    setClock(by: number): void {
      wallOffset += by;
      isClockLost = true;
    },
  };
}
