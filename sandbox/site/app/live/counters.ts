import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const TICK_MS = 800;
const CHANGES_PER_TICK = 3;

const bumps = new Set<() => void>();
let changes = 0;

/** Changes `count` figures on screen, each by itself and visibly, before it returns; says how many were changed. */
export function bumpCounters(count: number): number {
  const mounted = [...bumps];
  if (mounted.length === 0) return 0;
  for (let n = 0; n < count; n++) {
    const bump = mounted[Math.floor(Math.random() * mounted.length)];
    if (bump) flushSync(bump);
  }
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

/** The least by which the shortened figure (`1.2K`) becomes another. */
function stepOf(count: number): number {
  if (count >= 1_000_000) return 100_000;
  return count >= 1_000 ? 100 : 1;
}

/** A figure that others move. */
export function useLiveCount(count: number): number {
  const [live, setLive] = useState(count);
  useEffect(() => {
    const bump = () => setLive(before => before + stepOf(before));
    bumps.add(bump);
    return () => {
      bumps.delete(bump);
    };
  }, []);
  return live;
}
