import { createCell, useCell } from './emitter.ts';

const edition = createCell(0);

/** Every text is written anew: its nodes are replaced, the anchors in it are others (site-facts.md A.1). */
export function replaceTexts(): void {
  edition.set(edition.get() + 1);
}

/** How often texts have been replaced. */
export function useTextEdition(): number {
  return useCell(edition);
}
