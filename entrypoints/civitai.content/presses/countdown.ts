import { msUntil } from '@/utils/age';

/** No grace lasts longer, ms: where more seems to be left, the clock was set. */
const LONGEST_MS = 10_000;

/** Shows the whole seconds until a moment (epoch ms), once a second and with one timer, until they are over or there is no such moment. */
export function createCountdown(show: (seconds: number | undefined) => void): (until: number | undefined) => void {
  let current: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const count = (): void => {
    clearTimeout(timer);
    const leftMs = current === undefined ? 0 : msUntil(current, LONGEST_MS, Date.now());
    show(leftMs > 0 ? Math.ceil(leftMs / 1_000) : undefined);
    if (leftMs > 0) timer = setTimeout(count, leftMs % 1_000 || 1_000);
  };
  return until => {
    if (until === current) return;
    current = until;
    count();
  };
}
