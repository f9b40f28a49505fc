import { createCell, useCell } from './emitter.ts';

const areShown = createCell(true);

/** Ads come and go: with them, the cells between the cards. */
export function showAds(value: boolean): void {
  areShown.set(value);
}

export function useAds(): boolean {
  return useCell(areShown);
}
