/** @jsxImportSource react */
import { Fragment, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useWidth } from '@/sandbox/site/app/hooks/layout.ts';
import { columnsFor, estimateRow, GAP_PX } from './columns.ts';
import { useRowHeights } from './use-row-heights.ts';
import { useVisibleRows } from './use-visible-rows.ts';

/** A cell of the grid; `key` tells it apart in its row, `id` gives the row its name. */
export type Cell = { key: string; id: number; content: ReactNode };

type Props = {
  cells: Cell[];
  /** The last row has come near. */
  onEnd: () => void;
};

function chunk(cells: Cell[], size: number): Cell[][] {
  const rows: Cell[][] = [];
  for (let start = 0; start < cells.length; start += size) rows.push(cells.slice(start, start + size));
  return rows;
}

function startsOf(count: number, estimate: number, heights: ReadonlyMap<number, number>): number[] {
  const starts = [0];
  for (let index = 0; index < count; index++) {
    starts.push((starts[index] ?? 0) + (heights.get(index) ?? estimate));
  }
  return starts;
}

/**
 * MasonryGridVirtual: rows placed by `translateY`, measured, and mounted only near the screen. A row's React key is
 * `{row}_{id of its first model}`, so another number of columns remounts the rows (site-facts.md A.1).
 */
export function VirtualGrid({ cells, onEnd }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const width = useWidth(container);
  const columns = columnsFor(width);
  const { heights, measure } = useRowHeights(`${columns} in ${width}`);
  const rows = useMemo(() => (width > 0 ? chunk(cells, columns) : []), [cells, columns, width]);
  const starts = useMemo(
    () => startsOf(rows.length, estimateRow(width, columns), heights),
    [rows.length, width, columns, heights],
  );
  const range = useVisibleRows(container, starts);
  const isAtEnd = range !== undefined && range.last >= rows.length - 1;

  // biome-ignore lint/correctness/useExhaustiveDependencies: more rows may leave the end as near as it was.
  useEffect(() => {
    if (isAtEnd) onEnd();
  }, [isAtEnd, onEnd, rows.length]);

  const visible = range ? rows.slice(range.first, range.last + 1) : [];
  return (
    <div ref={container} className="relative">
      <div style={{ height: starts.at(-1) ?? 0 }} className="virtual-height">
        {visible.map((cells, place) => {
          const index = (range?.first ?? 0) + place;
          const key = `${index}_${cells[0]?.id}`;
          return <Row key={key} {...{ cells, index, columns, measure }} top={starts[index] ?? 0} />;
        })}
      </div>
    </div>
  );
}

type RowProps = {
  cells: Cell[];
  index: number;
  columns: number;
  top: number;
  measure: (row: HTMLElement | null) => void;
};

function Row({ cells, index, columns, top, measure }: RowProps) {
  const style = {
    gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
    columnGap: GAP_PX,
    paddingBottom: GAP_PX,
    transform: `translateY(${top}px)`,
  };
  return (
    <div ref={measure} data-index={index} className="virtual-row" style={style}>
      {/* Fragments: a card root is a direct child of its row. */}
      {cells.map(cell => (
        <Fragment key={cell.key}>{cell.content}</Fragment>
      ))}
    </div>
  );
}
