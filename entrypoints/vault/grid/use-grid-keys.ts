import type { RefObject, TargetedKeyboardEvent } from 'preact';
import type { ColumnName } from './columns';
import { type GridMove, isMoveOfHead, nextColumn, readGridKey } from './grid-keys';
import { hiddenColumns } from './hidden-columns';
import type { ActiveCell } from './use-active-cell';

type Props = {
  active: ActiveCell;
  grid: RefObject<HTMLElement | null>;
  count: number;
  /** Rows of a page. */
  page: number;
  onTick: (id: number, isRange: boolean) => void;
  onToggleAll: () => void;
  onOpen: (id: number) => void;
  onRemove: (id: number) => void;
};

function createMoves({ active, grid, count, onTick, onToggleAll, onOpen, onRemove }: Props) {
  const { activeIndex, activeId, column, isInHead, goTo, goToHead } = active;
  // The heading counts as the row before the first; a page up stops at the first row.
  const goRows = (by: number): void => {
    if (isInHead) by > 0 && goTo(by - 1, column);
    else if (activeIndex === 0 && by === -1) goToHead(column);
    else goTo(activeIndex + by, column);
  };
  const goToColumn = (to: ColumnName): void => (isInHead ? goToHead(to) : goTo(activeIndex, to));
  const open = (id: number): void => {
    if (column === 'open') grid.current?.querySelector<HTMLElement>('.grid-list .cell[tabindex="0"] a')?.click();
    else onOpen(id);
  };
  return (move: GridMove): void => {
    if (move.kind === 'row') goRows(move.by);
    else if (move.kind === 'ends') goTo(move.to === 'first' ? 0 : count - 1, column);
    else if (move.kind === 'column') goToColumn(nextColumn(column, move.by, hiddenColumns(grid.current)));
    else if (move.kind === 'all') onToggleAll();
    else if (activeId === undefined) return;
    else if (move.kind === 'remove') onRemove(activeId);
    else if (move.kind === 'tick') onTick(activeId, move.isRange);
    else open(activeId);
  };
}

/** The keydown handler of the grid. It ignores keys pressed in a control inside a cell. */
export function useGridKeys(props: Props): (event: TargetedKeyboardEvent<HTMLElement>) => void {
  const carryOut = createMoves(props);
  return event => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    const isOfHead = target.closest('[role="columnheader"]') !== null;
    if (!isOfHead && target.getAttribute('role') !== 'gridcell') return;
    const move = readGridKey(event, props.page);
    if (!move || (isOfHead && !isMoveOfHead(move))) return;
    event.preventDefault();
    carryOut(move);
  };
}
