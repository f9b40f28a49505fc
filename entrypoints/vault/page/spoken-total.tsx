import { useEffect, useState } from 'preact/hooks';
import { tn } from '@/utils/texts/texts';

/** Nothing is spoken while the user types or ticks, only the result. */
const DELAY_MS = 700;

type Props = {
  shown: number;
  selected: number;
  /** The vault is still being read, which is announced elsewhere. */
  isQuiet: boolean;
};

/** Tells screen readers how many items are shown and selected. */
export function SpokenTotal({ shown, selected, isQuiet }: Props) {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    if (isQuiet) return undefined;
    const text = selected > 0 ? tn('list.spoken-selected', shown, { selected }) : tn('list.spoken', shown);
    const timer = setTimeout(() => setSpoken(text), DELAY_MS);
    return () => clearTimeout(timer);
  }, [shown, selected, isQuiet]);
  return (
    <p class="visually-hidden" role="status">
      {spoken}
    </p>
  );
}
