/** Between cards, px. */
export const GAP_PX = 16;

const CARD_PX = 320;
const MOST_COLUMNS = 7;

/** How many cards stand beside each other in `width` px; one fills a narrow screen (look of the site at 1,600 and 420 px). */
export function columnsFor(width: number): number {
  const fitting = Math.floor((width + GAP_PX) / (CARD_PX + GAP_PX));
  return Math.max(1, Math.min(MOST_COLUMNS, fitting));
}

/** Height of a 7:9 card and the gap below it, px: what a row is taken for before it is measured. */
export function estimateRow(width: number, columns: number): number {
  const card = (width - (columns - 1) * GAP_PX) / columns;
  return (card * 9) / 7 + GAP_PX;
}
