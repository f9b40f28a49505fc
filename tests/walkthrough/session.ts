import { type Stage, Stop } from './stage.ts';

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Whether there is to be no window, and says so where none can be. `wanted`: the user asked for that. */
export function isWindowless(wanted: boolean): boolean {
  if (!hasDisplay && !wanted) console.log('No display: going on without a window.');
  return wanted || !hasDisplay;
}

/** Leaves the browser to the user until its window is closed, or Ctrl-C. */
export function untilStopped({ browser }: Stage): Promise<void> {
  return new Promise(resolve => {
    browser.engine.puppeteer.once('disconnected', () => resolve());
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

/** Ends the program with the code that `main` returns; with 1 and a sentence where it can't go on. */
export async function runAndExit(main: () => Promise<number>): Promise<never> {
  try {
    process.exit(await main());
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    process.exit(1);
  }
}
