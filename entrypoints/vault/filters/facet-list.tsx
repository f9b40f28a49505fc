import { useState } from 'preact/hooks';
import { formatCount } from '@/utils/sentences/format';
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

/** Sorted by the count in the whole vault: an order that followed the filters would change under the pointer. */
function inOrder(counts: readonly FacetCount[], labelOf: (value: string) => string): FacetCount[] {
  return [...counts].sort((a, b) => b.total - a.total || labelOf(a.value).localeCompare(labelOf(b.value), 'en'));
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
            {formatCount(count)}
            <span class="visually-hidden"> shown</span>
          </span>
        </label>
      ))}
      {all.length > FIRST_COUNT && (
        <button type="button" class="link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show fewer' : `Show all ${formatCount(all.length)}`}
        </button>
      )}
    </fieldset>
  );
}
