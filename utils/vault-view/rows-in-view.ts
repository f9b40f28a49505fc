/** A list of rows of equal height, and its visible part; all lengths in CSS pixels. */
type Geometry = {
  count: number;
  rowHeight: number;
  /** How far the list's start is above the top of the visible part; negative: below it. */
  scrolled: number;
  viewHeight: number;
};

/** Extra rows on either side, so that fast scrolling shows no gaps. */
const SPARE = 6;

/** The indexes of the rows to render: those in view, some spare, and `held`, which must not vanish because it has the focus. */
export function rowsInView({ count, rowHeight, scrolled, viewHeight }: Geometry, held?: number): number[] {
  const first = Math.max(0, Math.min(count, Math.floor(scrolled / rowHeight) - SPARE));
  const end = Math.max(0, Math.min(count, Math.ceil((scrolled + viewHeight) / rowHeight) + SPARE));
  const rows = Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
  if (held === undefined || held >= count || held < 0 || (held >= first && held < end)) return rows;
  return held < first ? [held, ...rows] : [...rows, held];
}
