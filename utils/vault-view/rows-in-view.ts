/** Rows of one height in a list, and the part of it that can be seen; all in the same pixels. */
type Geometry = {
  count: number;
  rowHeight: number;
  /** How far the list's start is above the top of what can be seen; negative: below it. */
  scrolled: number;
  viewHeight: number;
};

/** Rows kept ready on either side of what can be seen, so that a fast wheel finds no gaps. */
const SPARE = 6;

/** The rows to be rendered, by their index: those in view with some spare, and `held`, which must not vanish because it has the focus. */
export function rowsInView({ count, rowHeight, scrolled, viewHeight }: Geometry, held?: number): number[] {
  const first = Math.max(0, Math.min(count, Math.floor(scrolled / rowHeight) - SPARE));
  const end = Math.max(0, Math.min(count, Math.ceil((scrolled + viewHeight) / rowHeight) + SPARE));
  const rows = Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
  if (held === undefined || held >= count || held < 0 || (held >= first && held < end)) return rows;
  return held < first ? [held, ...rows] : [...rows, held];
}
