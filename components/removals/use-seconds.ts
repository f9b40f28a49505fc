import { useEffect, useState } from 'preact/hooks';
import { msUntil } from '@/utils/age';

/** No grace lasts longer, ms: where more seems to be left, the clock was set. */
const LONGEST_MS = 10_000;

/** Whole seconds until that moment (epoch ms), told anew each second; 0 once it is over or where there is none. */
export function useSeconds(until: number | undefined, now: () => number): number {
  const [, setTick] = useState(0);
  const leftMs = until === undefined ? 0 : Math.max(0, msUntil(until, LONGEST_MS, now()));
  useEffect(() => {
    if (leftMs === 0) return undefined;
    const timer = setTimeout(() => setTick(tick => tick + 1), leftMs % 1_000 || 1_000);
    return () => clearTimeout(timer);
  });
  return Math.ceil(leftMs / 1_000);
}
