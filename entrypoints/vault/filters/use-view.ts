import { useEffect, useState } from 'preact/hooks';
import type { View } from '@/utils/vault-view/view';
import { readView, writeView } from '@/utils/vault-view/view-url';

/** Browsers allow only some hundred changes of the address in half a minute, so it is written when typing pauses. */
const WRITE_AFTER_MS = 250;

function addressOf(view: View): string {
  const query = writeView(view);
  return `${location.pathname}${query && `?${query}`}`;
}

/** The view. It is part of the address, so it can be reloaded, bookmarked and shared. */
export function useView(): [view: View, setView: (view: View) => void] {
  const [view, setView] = useState(() => readView(location.search));
  useEffect(() => {
    const timer = setTimeout(() => history.replaceState(null, '', addressOf(view)), WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [view]);
  useEffect(() => {
    const goBack = (): void => setView(readView(location.search));
    addEventListener('popstate', goBack);
    return () => removeEventListener('popstate', goBack);
  }, []);
  return [view, setView];
}
