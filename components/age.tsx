import { useState } from 'preact/hooks';
import { formatAge, isFresh } from '@/utils/texts/format';
import { formatDate, formatTime } from '@/utils/texts/language';
import { t } from '@/utils/texts/texts';
import { Text } from './text';
import './age.css';

type Props = {
  /** Epoch ms, both. */
  at: number;
  now: number;
  /** Something beside it may be older: then it never says "up to date". */
  isUncertain?: boolean;
};

/** "as of 5 minutes ago", with the exact time in its tooltip. */
export function Age({ at, now, isUncertain = false }: Props) {
  // Formatting a date costs the popup's first frame more than all the rest of it.
  const [isPointedAt, setPointedAt] = useState(false);
  return (
    <time
      class="age"
      dateTime={new Date(at).toISOString()}
      onPointerEnter={() => setPointedAt(true)}
      {...(isPointedAt && { title: t('time.on-day', { date: formatDate(at), time: formatTime(at) }) })}
    >
      {isFresh(at, now) && !isUncertain ? t('age.fresh') : <Text id="age.as-of" values={{ age: formatAge(at, now) }} />}
    </time>
  );
}
