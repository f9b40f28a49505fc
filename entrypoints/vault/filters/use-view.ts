import { useEffect, useState } from 'preact/hooks';
import type { View } from '@/utils/vault-view/view';
import { readView, writeView } from '@/utils/vault-view/view-url';

/** Browsers refuse to write the address more than some hundred times in half a minute, and nobody types slower for it. */
const WRITE_AFTER_MS = 250;

function addressOf(view: View): string {
  const query = writeView(view);
  return `${location.pathname}${query && `?${query}`}`;
}

/** The view, which the address has, too: it can be reloaded, kept and shared. */
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
