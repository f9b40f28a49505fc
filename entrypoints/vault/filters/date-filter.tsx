import { t } from '@/utils/texts/texts';
import type { DayRange } from '@/utils/vault-view/view';

type Props = { title: string; range: DayRange; onChange: (range: DayRange) => void };

/** The range with another end; an empty text removes it. */
function withEnd({ from, to }: DayRange, end: 'from' | 'to', day: string): DayRange {
  const next = { from, to, [end]: day || undefined };
  return { ...(next.from !== undefined && { from: next.from }), ...(next.to !== undefined && { to: next.to }) };
}

/** A range of days; both belong to it, and either may be empty. */
export function DateFilter({ title, range, onChange }: Props) {
  return (
    <fieldset class="facet dates">
      <legend>{title}</legend>
      {(['from', 'to'] as const).map(end => (
        <label key={end} class="date">
          <span>{t(`filter.${end}`)}</span>
          <input
            type="date"
            value={range[end] ?? ''}
            onChange={event => onChange(withEnd(range, end, event.currentTarget.value))}
          />
        </label>
      ))}
    </fieldset>
  );
}
