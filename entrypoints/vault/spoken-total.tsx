import { useEffect, useState } from 'preact/hooks';
import { countOf } from '@/utils/format';

/** While somebody types or ticks, nothing is said: only what it came to. */
const QUIET_MS = 700;

/** Says how many are shown and selected to those who don't see the list change. */
export function SpokenTotal({ shown, selected }: { shown: number; selected: number }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const words = `${countOf(shown, 'version')} shown${selected > 0 ? `, ${selected} selected` : ''}`;
    const timer = setTimeout(() => setSaid(words), QUIET_MS);
    return () => clearTimeout(timer);
  }, [shown, selected]);
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  );
}
