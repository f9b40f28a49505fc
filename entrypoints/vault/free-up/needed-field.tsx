import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/utils/texts/texts';

/** What the site calls a gigabyte, KB. */
const GB = 1_048_576;
/** A number is typed digit by digit: each would be another proposal. */
const TYPING_MS = 400;

type Props = { neededKb: number; onNeeded: (neededKb: number) => void };

/** How much space is needed. What the user types counts as soon as the typing pauses, or the field is left. */
export function NeededField({ neededKb, onNeeded }: Props) {
  const [text, setText] = useState(() => String(Number((neededKb / GB).toFixed(2))));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const announce = (typed: number): void => {
    clearTimeout(timer.current);
    // An empty field asks for nothing else yet.
    if (typed >= 0) onNeeded(typed * GB);
  };
  return (
    <label class="free-up-needed">
      {t('free-up.needed')}
      <input
        type="number"
        min="0"
        step="0.01"
        value={text}
        onInput={({ currentTarget: { value, valueAsNumber } }) => {
          setText(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => announce(valueAsNumber), TYPING_MS);
        }}
        onChange={({ currentTarget }) => announce(currentTarget.valueAsNumber)}
      />
    </label>
  );
}
