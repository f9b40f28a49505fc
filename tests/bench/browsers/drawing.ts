import type { Span } from './trace.ts';

/** What drawing a page costs, milliseconds of processor. */
export type Drawing = {
  /** On the main thread, before and while display items are made. */
  paint: number;
  /** On the main thread, from display items to layers, and handing them over. */
  compositing: number;
  /** On all other threads of the page's process and of the one that puts frames on screen: rasterising, drawing. */
  offThread: number;
};

const PAINT = new Set(['PrePaint', 'Paint']);
const COMPOSITING = new Set(['Layerize', 'UpdateLayer', 'Commit']);

/** What each of these spans took without those of them that are inside it. They are of one thread. */
function ownCpu(spans: readonly Span[]): Map<Span, number> {
  const own = new Map<Span, number>();
  const open: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= span.start) open.pop();
    const outer = open.at(-1);
    if (outer) own.set(outer, (own.get(outer) ?? 0) - span.cpu);
    own.set(span, span.cpu);
    open.push(span);
  }
  return own;
}

/** Adds up what a trace shows of drawing. */
export function drawingOf(spans: readonly Span[]): Drawing {
  const steps = spans.filter(({ thread, name }) => thread === 'main' && (PAINT.has(name) || COMPOSITING.has(name)));
  const own = [...ownCpu(steps)];
  const sum = (names: Set<string>) => own.reduce((total, [{ name }, cpu]) => total + (names.has(name) ? cpu : 0), 0);
  const isElsewhere = ({ thread, name }: Span) =>
    (thread === 'renderer' || thread === 'gpu') && (name === 'RunTask' || name === 'RasterTask');
  return {
    paint: sum(PAINT),
    compositing: sum(COMPOSITING),
    offThread: spans.filter(isElsewhere).reduce((total, { cpu }) => total + cpu, 0),
  };
}
