import type { SortKey } from '@/utils/vault-view/sort-items';
import type { View } from '@/utils/vault-view/view';
import { COLUMNS } from './columns';
import { ROLES } from './roles';

type Props = {
  view: Pick<View, 'sort' | 'isDescending'>;
  onSort: (key: SortKey) => void;
  /** How much of what is shown is selected. */
  chosen: 'none' | 'some' | 'all';
  onToggleAll: () => void;
};

function sortState(view: Props['view'], sort: SortKey | undefined): 'ascending' | 'descending' | undefined {
  if (sort === undefined || sort !== view.sort) return undefined;
  return view.isDescending ? 'descending' : 'ascending';
}

/** The grid's heading: a click sorts, another turns it round. */
export function GridHead({ view, onSort, chosen, onToggleAll }: Props) {
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
          >
            {name === 'select' && (
              <input
                type="checkbox"
                aria-label="Select everything shown"
                checked={chosen === 'all'}
                ref={box => {
                  if (box) box.indeterminate = chosen === 'some';
                }}
                onClick={onToggleAll}
              />
            )}
            {sort !== undefined && (
              <button type="button" class="head-button" onClick={() => onSort(sort)}>
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
