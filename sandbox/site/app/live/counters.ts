import { useEffect, useState } from 'react';

const TICK_MS = 800;
const CHANGES_PER_TICK = 3;

const bumps = new Set<() => void>();
let changes = 0;

/** Changes `count` figures on screen, one after the other, in this moment; says how many were changed. */
export function bumpCounters(count: number): number {
  const mounted = [...bumps];
  if (mounted.length === 0) return 0;
  for (let n = 0; n < count; n++) mounted[Math.floor(Math.random() * mounted.length)]?.();
  changes += count;
  return count;
}

/** How often figures have changed so far. */
export function counterChanges(): number {
  return changes;
}

/** Figures on screen change all the time, as people download and like. */
export function startCounters(): void {
  setInterval(() => bumpCounters(CHANGES_PER_TICK), TICK_MS);
}

/** A figure that others move. */
export function useLiveCount(count: number): number {
  const [extra, setExtra] = useState(0);
  useEffect(() => {
    const bump = () => setExtra(before => before + 1);
    bumps.add(bump);
    return () => {
      bumps.delete(bump);
    };
  }, []);
  return count + extra;
}
