import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import { useLazy } from '@/entrypoints/popup/use-lazy';
import type { CachedItems } from '@/utils/messages/protocol';
import type { FoundItems } from './find-items';

/** As many as fit below the field without scrolling. */
const MOST = 8;

const loadFind = () => import('./find-items');

/** What the search has to show; `isPartial`: the vault has not been read to its end yet. */
export type SearchState =
  | { kind: 'idle' }
  | { kind: 'loading' }
  | { kind: 'failed' }
  | ({ kind: 'found'; isPartial: boolean } & FoundItems);

/** Searches the whole vault as one types. It is asked for when somebody is about to search, and again when `stamp` changes. */
export function useSearch(host: PopupHost, session: string, stamp: unknown) {
  const [query, setQuery] = useState('');
  const [isWanted, setWanted] = useState(false);
  const [known, setKnown] = useState<CachedItems | 'failed'>();
  const finder = useLazy(isWanted, loadFind);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `stamp` tells that there is something new to read.
  useEffect(() => {
    if (!isWanted) return undefined;
    let isOver = false;
    void host.readItems().then(items => {
      if (!isOver) setKnown(items?.session === session ? items : 'failed');
    });
    return () => {
      isOver = true;
    };
  }, [host, session, isWanted, stamp]);

  const items = known === 'failed' ? undefined : known;
  const entries = useMemo(() => (finder && items ? finder.prepareSearch(items.items) : undefined), [finder, items]);
  const found = useMemo(
    () => (finder && entries && query.trim() !== '' ? finder.findItems(entries, query, MOST) : undefined),
    [finder, entries, query],
  );
  const story = storyOf(query, known, found);
  return { query, setQuery, prepare: () => setWanted(true), story };
}

function storyOf(query: string, known: CachedItems | 'failed' | undefined, found: FoundItems | undefined): SearchState {
  if (query.trim() === '') return { kind: 'idle' };
  if (known === 'failed') return { kind: 'failed' };
  if (!found || !known) return { kind: 'loading' };
  return { kind: 'found', isPartial: !('at' in known.status && known.status.at !== undefined), ...found };
}
