import { COLUMNS, type ColumnName } from './columns';

/** The move that a key means in the grid. */
export type GridMove =
  | { kind: 'row'; by: number }
  | { kind: 'ends'; to: 'first' | 'last' }
  | { kind: 'column'; by: 1 | -1 | 'first' | 'last' }
  | { kind: 'tick'; isRange: boolean }
  | { kind: 'open' }
  | { kind: 'all' }
  | { kind: 'remove' };

type Key = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean };

/** The keys of a data grid (ARIA practices); `page` is the number of rows of a page. `undefined`: not a key of the grid. */
export function readGridKey({ key, ctrlKey, metaKey, shiftKey }: Key, page: number): GridMove | undefined {
  const isCommand = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowDown':
      return { kind: 'row', by: 1 };
    case 'ArrowUp':
      return { kind: 'row', by: -1 };
    case 'PageDown':
      return { kind: 'row', by: page };
    case 'PageUp':
      return { kind: 'row', by: -page };
    case 'Home':
      return isCommand ? { kind: 'ends', to: 'first' } : { kind: 'column', by: 'first' };
    case 'End':
      return isCommand ? { kind: 'ends', to: 'last' } : { kind: 'column', by: 'last' };
    case 'ArrowLeft':
      return { kind: 'column', by: -1 };
    case 'ArrowRight':
      return { kind: 'column', by: 1 };
    case ' ':
      return { kind: 'tick', isRange: shiftKey };
    case 'Enter':
      return { kind: 'open' };
    case 'Delete':
      return { kind: 'remove' };
    case 'a':
      return isCommand ? { kind: 'all' } : undefined;
    default:
      return undefined;
  }
}

/** Whether the move also works in the heading: Space and Enter belong to the controls there. */
export function isMoveOfHead(move: GridMove): boolean {
  return move.kind === 'row' || move.kind === 'ends' || move.kind === 'column' || move.kind === 'all';
}

/** The column that a move leads to; it skips those in `hidden`. */
export function nextColumn(
  from: ColumnName,
  by: 1 | -1 | 'first' | 'last',
  hidden: ReadonlySet<ColumnName>,
): ColumnName {
  const shown = COLUMNS.map(({ name }) => name).filter(name => !hidden.has(name));
  if (by === 'first' || by === 'last') return shown.at(by === 'first' ? 0 : -1) ?? from;
  const at = shown.indexOf(from);
  return shown[Math.max(0, Math.min(shown.length - 1, at + by))] ?? from;
}
