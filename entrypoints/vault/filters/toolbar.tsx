import type { RefObject } from 'preact';
import { FilterIcon, SaveIcon } from '@/components/icons/control-icons';
import { formatNumber } from '@/utils/texts/language';
import { t } from '@/utils/texts/texts';
import { countFilters, type View } from '@/utils/vault-view/view';
import { SearchField } from './search-field';
import { SortOrder } from './sort-order';
import './toolbar.css';

type Props = {
  view: View;
  search: RefObject<HTMLInputElement | null>;
  isFiltering: boolean;
  onView: (view: View) => void;
  onFilters: () => void;
  onExport: () => void;
};

/** Search, filters, sort order and export. */
export function Toolbar({ view, search, isFiltering, onView, onFilters, onExport }: Props) {
  const filters = countFilters(view);
  return (
    <search class="toolbar">
      <SearchField view={view} search={search} onView={onView} />
      <button
        type="button"
        class="button button--quiet filters-button"
        aria-expanded={isFiltering}
        aria-controls="filters"
        onClick={onFilters}
      >
        <FilterIcon />
        <span class="label">{t('filter.button')}</span>
        {filters > 0 && <bdi class="badge">{formatNumber(filters)}</bdi>}
      </button>
      <SortOrder view={view} onView={onView} />
      <button type="button" class="button button--quiet export-button" onClick={onExport}>
        <SaveIcon />
        <span class="label">{t('export.button')}</span>
      </button>
    </search>
  );
}
