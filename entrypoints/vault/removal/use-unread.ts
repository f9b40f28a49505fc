import { useEffect, useState } from 'preact/hooks';

/** Long enough to see that a number has changed, and not to press. */
const READING_MS = 500;

/** True for a moment after the number has changed, unless the user `hasChanged` it. */
export function useUnread(count: number, hasChanged: boolean): boolean {
  const [read, setRead] = useState(count);
  const isUnread = count !== read && !hasChanged;
  useEffect(() => {
    const timer = setTimeout(() => setRead(count), isUnread ? READING_MS : 0);
    return () => clearTimeout(timer);
  }, [count, isUnread]);
  return isUnread;
}
