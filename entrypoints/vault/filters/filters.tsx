import { categoryLabel } from '@/entrypoints/vault/item/item-labels';
import { itemStatusLabel } from '@/utils/sentences/state-labels';
import { typeLabel } from '@/utils/sentences/type-labels';
import { t } from '@/utils/texts/texts';
import type { Concerned } from '@/utils/vault-view/concerns';
import type { FacetCounts } from '@/utils/vault-view/filter-items';
import { countFilters, type Facet, toggleChoice, type View, WHOLE } from '@/utils/vault-view/view';
import { ConcernList } from './concern-list';
import { DateFilter } from './date-filter';
import { FacetList } from './facet-list';
import './filters.css';

const LISTS: readonly { facet: Facet; labelOf: (value: string) => string }[] = [
  { facet: 'status', labelOf: itemStatusLabel },
  { facet: 'type', labelOf: typeLabel },
  { facet: 'baseModel', labelOf: value => value || t('filter.no-base-model') },
  { facet: 'category', labelOf: categoryLabel },
];

type Props = { view: View; facets: FacetCounts; concerned: Concerned; onView: (view: View) => void };

/** All filters, with counts. */
export function Filters({ view, facets, concerned, onView }: Props) {
  const clear = (): void => onView({ ...view, chosen: WHOLE.chosen, concerns: [], added: {}, created: {} });
  return (
    <>
      <p class="filters-head">
        <strong>{t('filter.button')}</strong>
        {countFilters(view) > 0 && (
          <button type="button" class="link-button" onClick={clear}>
            {t('filter.clear')}
          </button>
        )}
      </p>
      <ConcernList view={view} concerned={concerned} onView={onView} />
      {LISTS.map(({ facet, labelOf }) => (
        <FacetList
          key={facet}
          title={t(`sort.${facet}`)}
          counts={facets[facet]}
          chosen={view.chosen[facet]}
          labelOf={labelOf}
          onToggle={value => onView(toggleChoice(view, facet, value))}
        />
      ))}
      <DateFilter title={t('filter.added')} range={view.added} onChange={added => onView({ ...view, added })} />
      <DateFilter title={t('filter.created')} range={view.created} onChange={created => onView({ ...view, created })} />
    </>
  );
}
