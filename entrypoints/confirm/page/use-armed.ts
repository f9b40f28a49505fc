import { useEffect, useState } from 'preact/hooks';

/** So long after each focus a press on the dangerous button is taken for one that was meant for something else. */
const INERT_MS = 700;

/** False from the moment the window gets the focus until the user has had time to see what it is; and while it has none. */
export function useArmed(): boolean {
  const [isArmed, setArmed] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const disarm = (): void => {
      clearTimeout(timer);
      setArmed(false);
    };
    const armSoon = (): void => {
      disarm();
      timer = setTimeout(() => setArmed(true), INERT_MS);
    };
    addEventListener('focus', armSoon);
    addEventListener('blur', disarm);
    if (document.hasFocus()) armSoon();
    return () => {
      disarm();
      removeEventListener('focus', armSoon);
      removeEventListener('blur', disarm);
    };
  }, []);
  return isArmed;
}
