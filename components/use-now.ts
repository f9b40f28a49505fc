import { useEffect, useState } from 'preact/hooks';

const TICK_MS = 15_000;

/** The time, epoch ms, often enough for ages counted in minutes. */
export function useNow(now: () => number): number {
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setMoment(now()), TICK_MS);
    return () => clearInterval(timer);
  }, [now]);
  // A render for another reason updates the time as well.
  return Math.max(moment, now());
}
