import type { ComponentChildren, RefObject } from 'preact';
import { ColumnsIcon, FilterIcon, KeyboardIcon, SaveIcon } from '@/components/icons/control-icons';
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
  onLayout: () => void;
  onShortcuts: () => void;
  onExport: () => void;
};

/** Search, filters, sort order and export. */
export function Toolbar({ view, search, isFiltering, onView, onFilters, onLayout, onShortcuts, onExport }: Props) {
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
      <div class="toolbar-end">
        <SortOrder view={view} onView={onView} />
        <SmallButton label={t('layout.button')} onPress={onLayout}>
          <ColumnsIcon />
        </SmallButton>
        <SmallButton label={t('shortcuts.title')} onPress={onShortcuts}>
          <KeyboardIcon />
        </SmallButton>
        <button
          type="button"
          class="button button--quiet export-button"
          aria-label={t('export.button')}
          onClick={onExport}
        >
          <SaveIcon />
          <span class="label">{t('export.button')}</span>
        </button>
      </div>
    </search>
  );
}

type SmallButtonProps = { label: string; onPress: () => void; children: ComponentChildren };

/** A button with a picture only. A narrow page has neither columns nor keys. */
function SmallButton({ label, onPress, children }: SmallButtonProps) {
  return (
    <button type="button" class="button button--quiet small-button" aria-label={label} title={label} onClick={onPress}>
      {children}
    </button>
  );
}
