import { useState } from 'preact/hooks';
import { formatAge, formatDate, formatMoment, isFresh } from '@/utils/sentences/format';
import './age.css';

/** "as of 5 minutes ago", with the exact time in its tooltip. Both times are epoch ms. */
export function Age({ at, now }: { at: number; now: number }) {
  // Formatting a date costs the popup's first frame more than all the rest of it.
  const [isPointedAt, setPointedAt] = useState(false);
  return (
    <time
      class="age"
      dateTime={new Date(at).toISOString()}
      onPointerEnter={() => setPointedAt(true)}
      {...(isPointedAt && { title: `${formatDate(at)}, ${formatMoment(at, at)}` })}
    >
      {isFresh(at, now) ? 'up to date' : `as of ${formatAge(at, now)}`}
    </time>
  );
}
