import type { RefObject } from 'preact';
import { SearchIcon } from '@/components/icons';
import { CloseIcon, FilterIcon, OrderIcon, SaveIcon } from '@/entrypoints/vault/dialog/icons';
import { SORT_WORDS } from '@/entrypoints/vault/grid/columns';
import { SORT_KEYS } from '@/utils/vault-view/sort-items';
import { countFilters, isSortKey, STARTS_DESCENDING, type View } from '@/utils/vault-view/view';

type Props = {
  view: View;
  search: RefObject<HTMLInputElement | null>;
  isFiltering: boolean;
  onView: (view: View) => void;
  onFilters: () => void;
  onExport: () => void;
};

/** Search, order, and what else there is to do with what is shown. */
export function Toolbar({ view, search, isFiltering, onView, onFilters, onExport }: Props) {
  const filters = countFilters(view);
  const order = view.isDescending ? 'Descending' : 'Ascending';
  const sort = (key: string): void => {
    if (isSortKey(key)) onView({ ...view, sort: key, isDescending: STARTS_DESCENDING.has(key) });
  };
  const empty = (): void => {
    onView({ ...view, query: '' });
    search.current?.focus();
  };
  return (
    <search class="toolbar">
      <div class="field search">
        <SearchIcon />
        <input
          ref={search}
          type="search"
          aria-label="Search model, version and creator"
          placeholder="Model, version or creator"
          autoComplete="off"
          spellcheck={false}
          dir="auto"
          value={view.query}
          onInput={event => onView({ ...view, query: event.currentTarget.value })}
        />
        {view.query !== '' && (
          <button type="button" class="button button--icon" aria-label="Clear the search" onClick={empty}>
            <CloseIcon />
          </button>
        )}
      </div>
      <button
        type="button"
        class="button button--quiet filters-button"
        aria-expanded={isFiltering}
        aria-controls="filters"
        onClick={onFilters}
      >
        <FilterIcon />
        <span class="label">Filters</span>
        {filters > 0 && <span class="badge">{filters}</span>}
      </button>
      <div class="order">
        <select aria-label="Sort by" value={view.sort} onChange={event => sort(event.currentTarget.value)}>
          {SORT_KEYS.map(key => (
            <option key={key} value={key}>
              {SORT_WORDS[key]}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="button button--quiet"
          aria-label={`${order}. Turn the order round`}
          title={`${order}: turn the order round`}
          onClick={() => onView({ ...view, isDescending: !view.isDescending })}
        >
          <OrderIcon isDescending={view.isDescending} />
        </button>
      </div>
      <button type="button" class="button button--quiet export-button" onClick={onExport}>
        <SaveIcon />
        <span class="label">Export</span>
      </button>
    </search>
  );
}
