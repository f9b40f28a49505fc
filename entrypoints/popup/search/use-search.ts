import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLazy } from '@/components/use-lazy';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { CachedItems } from '@/utils/messages/protocol';
import type { FoundItems } from '@/utils/vault-view/find-items';

/** This many fit below the field without scrolling. */
const LIMIT = 8;

const loadFind = () => import('@/utils/vault-view/find-items');

/** The search's state; `isPartial`: the vault has not been read to its end yet. */
export type SearchState =
  | { kind: 'idle' }
  | { kind: 'loading' }
  | { kind: 'failed' }
  | ({ kind: 'found'; isPartial: boolean } & FoundItems);

/** Searches the whole vault while the user types. The items are read before the first search, and again when `stamp` changes. */
export function useSearch(host: PopupHost, session: string, stamp: unknown) {
  const [query, setQuery] = useState('');
  const [isNeeded, setNeeded] = useState(false);
  const [vault, setVault] = useState<CachedItems | 'failed'>();
  const finder = useLazy(isNeeded, loadFind);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new `stamp` means that there is something new to read.
  useEffect(() => {
    if (!isNeeded) return undefined;
    let isOver = false;
    void host.readItems().then(items => {
      if (!isOver) setVault(items?.session === session ? items : 'failed');
    });
    return () => {
      isOver = true;
    };
  }, [host, session, isNeeded, stamp]);

  const items = vault === 'failed' ? undefined : vault;
  const entries = useMemo(() => (finder && items ? finder.prepareSearch(items.items) : undefined), [finder, items]);
  const found = useMemo(
    () => (finder && entries && query.trim() !== '' ? finder.findItems(entries, query, LIMIT) : undefined),
    [finder, entries, query],
  );
  const state = stateOf(query, vault, found);
  return { query, setQuery, prepare: () => setNeeded(true), state };
}

function stateOf(query: string, vault: CachedItems | 'failed' | undefined, found: FoundItems | undefined): SearchState {
  if (query.trim() === '') return { kind: 'idle' };
  if (vault === 'failed') return { kind: 'failed' };
  if (!found || !vault) return { kind: 'loading' };
  return { kind: 'found', isPartial: !('at' in vault.status && vault.status.at !== undefined), ...found };
}
