import { StorageBar } from '@/components/storage/storage-bar';
import { useMedia } from '@/components/use-media';
import type { VaultState } from '@/entrypoints/vault/account-state/vault-state';
import { FilterSheet } from '@/entrypoints/vault/filters/filter-sheet';
import { Filters } from '@/entrypoints/vault/filters/filters';
import { t } from '@/utils/texts/texts';
import type { Concerned } from '@/utils/vault-view/concerns';
import type { FacetCounts } from '@/utils/vault-view/filter-items';
import type { View } from '@/utils/vault-view/view';
import { StorageAge } from './storage-age';

type Props = {
  state: VaultState;
  itemCount: number;
  view: View;
  facets: FacetCounts;
  concerned: Concerned;
  now: number;
  isFiltering: boolean;
  onView: (view: View) => void;
  onFilters: () => void;
  /** Absent where nothing can be removed. */
  onFreeUp: (() => void) | undefined;
};

/** Narrower than this the filters would push the whole list out of sight: they are a sheet of their own. */
const NARROW = '(max-width: 759px)';

/** The storage figures and the filters, beside the list. */
export function Side(props: Props) {
  const { state, itemCount, view, facets, concerned, now, isFiltering, onView, onFilters, onFreeUp } = props;
  const isNarrow = useMedia(NARROW);
  const { snapshot, asOf } = state;
  return (
    <aside class="side">
      {snapshot?.quota && (
        <StorageBar
          usedKb={snapshot.quota.usedKb}
          totalKb={snapshot.quota.totalKb}
          itemCount={asOf === undefined ? snapshot.itemCount : itemCount}
        >
          <StorageAge figuresOf={snapshot.asOf} listOf={asOf} now={now} />
          {onFreeUp && (
            <button type="button" class="link-button" onClick={onFreeUp}>
              {t('free-up.title')}
            </button>
          )}
        </StorageBar>
      )}
      <section id="filters" class="filters" aria-label={t('filter.button')} data-open={isFiltering && !isNarrow}>
        {/* Of a part, the counts would be wrong and the values would move under the pointer. */}
        {state.unread === 0 && !isNarrow && <Filters {...{ view, facets, concerned, onView }} />}
      </section>
      {state.unread === 0 && isNarrow && isFiltering && (
        <FilterSheet onClose={onFilters}>
          <Filters {...{ view, facets, concerned, onView }} />
        </FilterSheet>
      )}
    </aside>
  );
}
