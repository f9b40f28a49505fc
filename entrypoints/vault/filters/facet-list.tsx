import { useState } from 'preact/hooks';
import { formatCount } from '@/utils/sentences/format';
import type { FacetCount } from '@/utils/vault-view/filter-items';

/** So many values are in sight at first; a vault has hardly more types than that, but dozens of base models. */
const AT_FIRST = 7;

type Props = {
  title: string;
  counts: readonly FacetCount[];
  chosen: readonly string[];
  wordsFor: (value: string) => string;
  onToggle: (value: string) => void;
};

/** What the vault has most of first, whatever is shown of it: a list that changes its order under the pointer is hard to hit. */
function inOrder(counts: readonly FacetCount[], wordsFor: (value: string) => string): FacetCount[] {
  return [...counts].sort((a, b) => b.total - a.total || wordsFor(a.value).localeCompare(wordsFor(b.value), 'en'));
}

/** One list of values with how many items each would show. */
export function FacetList({ title, counts, chosen, wordsFor, onToggle }: Props) {
  const [isOpen, setOpen] = useState(false);
  const all = inOrder(counts, wordsFor);
  const shown = isOpen ? all : all.filter(({ value }, at) => at < AT_FIRST || chosen.includes(value));
  if (all.length === 0) return null;
  return (
    <fieldset class="facet">
      <legend>{title}</legend>
      {shown.map(({ value, count }) => (
        <label key={value} class="facet-value" data-empty={count === 0}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
          <span class="facet-name" dir="auto">
            {wordsFor(value)}
          </span>
          <span class="facet-count">
            {formatCount(count)}
            <span class="visually-hidden"> shown</span>
          </span>
        </label>
      ))}
      {all.length > AT_FIRST && (
        <button type="button" class="link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show fewer' : `Show all ${formatCount(all.length)}`}
        </button>
      )}
    </fieldset>
  );
}
