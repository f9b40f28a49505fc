import { t } from '@/utils/texts/texts';
import type { SortKey } from '@/utils/vault-view/sort-items';
import type { View } from '@/utils/vault-view/view';
import { COLUMNS, type ColumnName } from './columns';
import { ROLES } from './roles';
import './grid-head.css';

type Props = {
  view: Pick<View, 'sort' | 'isDescending'>;
  onSort: (key: SortKey) => void;
  /** How much of the shown items is selected. */
  chosen: 'none' | 'some' | 'all';
  onToggleAll: () => void;
  /** The column whose heading Tab leads to, if the active cell is in the heading. */
  active: ColumnName | undefined;
  onFocus: (column: ColumnName) => void;
};

function sortState(view: Props['view'], sort: SortKey | undefined): 'ascending' | 'descending' | undefined {
  if (sort === undefined || sort !== view.sort) return undefined;
  return view.isDescending ? 'descending' : 'ascending';
}

/**
 * The grid's heading: a click sorts, a second one reverses the order. A control in a cell takes the focus instead of the cell (ARIA
 * practices, grid).
 */
export function GridHead(props: Props) {
  const { view, active, onFocus } = props;
  return (
    <thead {...ROLES.group} class="grid-top">
      <tr {...ROLES.row} class="grid-head" aria-rowindex={1}>
        {COLUMNS.map((column, at) => {
          const { name, sort } = column;
          const stop = name === active ? 0 : -1;
          return (
            <th
              key={name}
              class={`head-cell cell--${name}`}
              {...ROLES.head}
              scope="col"
              aria-colindex={at + 1}
              aria-sort={sortState(view, sort)}
              tabIndex={name === 'open' ? stop : undefined}
              onFocusIn={() => onFocus(name)}
            >
              <HeadContent {...props} column={column} stop={stop} />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

type ContentProps = Pick<Props, 'onSort' | 'chosen' | 'onToggleAll'> & {
  column: (typeof COLUMNS)[number];
  stop: 0 | -1;
};

function HeadContent({ column, stop, onSort, chosen, onToggleAll }: ContentProps) {
  const { name, sort } = column;
  if (name === 'select') {
    return (
      <input
        type="checkbox"
        tabIndex={stop}
        aria-label={t('row.select-all')}
        checked={chosen === 'all'}
        ref={box => {
          if (box) box.indeterminate = chosen === 'some';
        }}
        onClick={onToggleAll}
      />
    );
  }
  if (name === 'open') return <span class="visually-hidden">{t('column.open')}</span>;
  return (
    <button type="button" class="head-button" tabIndex={stop} onClick={() => onSort(sort)}>
      {t(`column.${name}`)}
      <span class="head-arrow" aria-hidden="true" />
    </button>
  );
}
