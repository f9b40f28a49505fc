import { useState } from 'preact/hooks';
import { Text } from '@/components/text';
import { formatNumber, textOrder } from '@/utils/texts/language';
import { t } from '@/utils/texts/texts';
import type { FacetCount } from '@/utils/vault-view/filter-items';

/** Values shown before "Show all": a vault rarely has more types, but dozens of base models. */
const FIRST_COUNT = 7;

type Props = {
  title: string;
  counts: readonly FacetCount[];
  chosen: readonly string[];
  labelOf: (value: string) => string;
  onToggle: (value: string) => void;
};

/** Sorted by what each value would show now. A choice changes the counts of other facets only, so nothing moves under the pointer. */
function inOrder(counts: readonly FacetCount[], labelOf: (value: string) => string): FacetCount[] {
  const compare = textOrder();
  return [...counts].sort(
    (a, b) => b.count - a.count || b.total - a.total || compare(labelOf(a.value), labelOf(b.value)),
  );
}

/** The values of a facet, with the number of items that each would show. */
export function FacetList({ title, counts, chosen, labelOf, onToggle }: Props) {
  const [isOpen, setOpen] = useState(false);
  const all = inOrder(counts, labelOf);
  const shown = isOpen ? all : all.filter(({ value }, at) => at < FIRST_COUNT || chosen.includes(value));
  if (all.length === 0) return null;
  return (
    <fieldset class="facet">
      <legend>{title}</legend>
      {shown.map(({ value, count }) => (
        <label key={value} class="facet-value" data-empty={count === 0}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
          <span class="facet-name" dir="auto">
            {labelOf(value)}
          </span>
          <span class="facet-count">
            <bdi>{formatNumber(count)}</bdi>
            <span class="visually-hidden"> {t('filter.shown')}</span>
          </span>
        </label>
      ))}
      {all.length > FIRST_COUNT && (
        <button type="button" class="link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('filter.show-fewer') : <Text id="filter.show-all" values={{ count: all.length }} />}
        </button>
      )}
    </fieldset>
  );
}
