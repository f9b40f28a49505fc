import type { SortKey } from '@/utils/vault-view/sort-items';
import type { View } from '@/utils/vault-view/view';
import { COLUMNS, type ColumnName } from './columns';
import { ROLES } from './roles';

type Props = {
  view: Pick<View, 'sort' | 'isDescending'>;
  onSort: (key: SortKey) => void;
  /** How much of what is shown is selected. */
  chosen: 'none' | 'some' | 'all';
  onToggleAll: () => void;
  /** The column whose heading the Tab key leads to, while that is in the heading. */
  active: ColumnName | undefined;
  onFocus: (column: ColumnName) => void;
};

function sortState(view: Props['view'], sort: SortKey | undefined): 'ascending' | 'descending' | undefined {
  if (sort === undefined || sort !== view.sort) return undefined;
  return view.isDescending ? 'descending' : 'ascending';
}

/**
 * The grid's heading: a click sorts, another turns it round. What there is to press in a cell of it takes the focus in the cell's place
 * (ARIA practices, grid).
 */
export function GridHead({ view, onSort, chosen, onToggleAll, active, onFocus }: Props) {
  const stop = (name: ColumnName): 0 | -1 => (name === active ? 0 : -1);
  return (
    <thead {...ROLES.group} class="grid-top">
      <tr {...ROLES.row} class="grid-head" aria-rowindex={1}>
        {COLUMNS.map(({ name, title, sort }, at) => (
          <th
            key={name}
            class={`head-cell cell--${name}`}
            {...ROLES.head}
            scope="col"
            aria-colindex={at + 1}
            aria-sort={sortState(view, sort)}
            tabIndex={name === 'open' ? stop(name) : undefined}
            onFocusIn={() => onFocus(name)}
          >
            {name === 'select' && (
              <input
                type="checkbox"
                tabIndex={stop(name)}
                aria-label="Select everything shown"
                checked={chosen === 'all'}
                ref={box => {
                  if (box) box.indeterminate = chosen === 'some';
                }}
                onClick={onToggleAll}
              />
            )}
            {sort !== undefined && (
              <button type="button" class="head-button" tabIndex={stop(name)} onClick={() => onSort(sort)}>
                {title}
                <span class="head-arrow" aria-hidden="true" />
              </button>
            )}
            {name === 'open' && <span class="visually-hidden">{title}</span>}
          </th>
        ))}
      </tr>
    </thead>
  );
}
