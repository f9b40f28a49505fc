import { createCell, useCell } from './emitter.ts';

const hidden = createCell<ReadonlySet<number>>(new Set());

/** As when the visitor blocks creators: their models leave the feed, and the rows behind them are made anew (Seen running). */
export function hideModels(modelIds: number[]): void {
  hidden.set(new Set([...hidden.get(), ...modelIds]));
}

export function useHiddenModels(): ReadonlySet<number> {
  return useCell(hidden);
}
