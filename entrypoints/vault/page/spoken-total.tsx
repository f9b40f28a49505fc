import { useEffect, useState } from 'preact/hooks';
import { countOf, formatCount } from '@/utils/sentences/format';

/** While somebody types or ticks, nothing is said: only what it came to. */
const QUIET_MS = 700;

type Props = {
  shown: number;
  selected: number;
  /** More are to come, and somebody else says so. */
  isQuiet: boolean;
};

/** Says how many are shown and selected to those who don't see the list change. */
export function SpokenTotal({ shown, selected, isQuiet }: Props) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (isQuiet) return undefined;
    const words = `${countOf(shown, 'version')} shown${selected > 0 ? `, ${formatCount(selected)} selected` : ''}`;
    const timer = setTimeout(() => setSaid(words), QUIET_MS);
    return () => clearTimeout(timer);
  }, [shown, selected, isQuiet]);
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  );
}
