import type { Troubles } from './contract.ts';

/** Counts from now on; each call says what came since the one before. */
export function watchTroubles(): () => Troubles {
  let longTasks = 0;
  let layoutShift = 0;
  new PerformanceObserver(list => {
    longTasks += list.getEntries().length;
  }).observe({ type: 'longtask' });
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) layoutShift += Number(Reflect.get(entry, 'value'));
  }).observe({ type: 'layout-shift' });
  return () => {
    const seen = { longTasks, layoutShift };
    longTasks = 0;
    layoutShift = 0;
    return seen;
  };
}
