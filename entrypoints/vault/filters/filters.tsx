import { categoryLabel } from '@/entrypoints/vault/item/item-labels';
import { itemStatusWords } from '@/utils/sentences/state-words';
import { typeWords } from '@/utils/sentences/type-words';
import type { FacetCounts } from '@/utils/vault-view/filter-items';
import { countFilters, type Facet, toggleChoice, type View, WHOLE } from '@/utils/vault-view/view';
import { DateFilter } from './date-filter';
import { FacetList } from './facet-list';
import './filters.css';

const LISTS: readonly { facet: Facet; title: string; labelOf: (value: string) => string }[] = [
  { facet: 'status', title: 'Status', labelOf: itemStatusWords },
  { facet: 'type', title: 'Type', labelOf: value => typeWords(value) },
  { facet: 'baseModel', title: 'Base model', labelOf: value => value || 'Not named' },
  { facet: 'category', title: 'Category', labelOf: categoryLabel },
];

type Props = { view: View; facets: FacetCounts; onView: (view: View) => void };

/** All filters, with counts. */
export function Filters({ view, facets, onView }: Props) {
  const clear = (): void => onView({ ...view, chosen: WHOLE.chosen, added: {}, created: {} });
  return (
    <>
      <p class="filters-head">
        <strong>Filters</strong>
        {countFilters(view) > 0 && (
          <button type="button" class="link-button" onClick={clear}>
            Clear filters
          </button>
        )}
      </p>
      {LISTS.map(({ facet, title, labelOf }) => (
        <FacetList
          key={facet}
          title={title}
          counts={facets[facet]}
          chosen={view.chosen[facet]}
          labelOf={labelOf}
          onToggle={value => onView(toggleChoice(view, facet, value))}
        />
      ))}
      <DateFilter title="Added to the vault" range={view.added} onChange={added => onView({ ...view, added })} />
      <DateFilter title="Version created" range={view.created} onChange={created => onView({ ...view, created })} />
    </>
  );
}
