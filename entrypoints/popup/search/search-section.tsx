import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { SearchIcon } from '@/components/icons/control-icons';
import { isComposing } from '@/components/is-composing';
import { NewTab } from '@/components/new-tab';
import { Plural } from '@/components/text';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import { modelPage, vaultPage } from '@/utils/civitai/site-links';
import { airOf } from '@/utils/export/air';
import { t } from '@/utils/texts/texts';
import { stateOfStatus } from '@/utils/vault/membership';
import type { MirroredItem } from '@/utils/vault/vault-item';
import type { RecentItem, VaultSummary } from '@/utils/vault/vault-summary';
import { type SearchState, useSearch } from './use-search';
import { VersionRow } from './version-row';
import '@/components/field.css';
import './search-section.css';

type Props = {
  host: PopupHost;
  summary: VaultSummary;
  /** The popup has just opened: the field gets the focus, unless something else has it. */
  isOpening?: boolean;
};

/** The last additions, and a search over the whole vault. */
export function SearchSection({ host, summary, isOpening = false }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isOpening && document.activeElement === document.body) field.current?.focus();
  }, [isOpening]);
  const { query, setQuery, prepare, state } = useSearch(host, summary.session, summary);
  return (
    <section class="search" aria-label={t('search.label')} onKeyDown={event => moveFocus(event, () => setQuery(''))}>
      <div class="field search-field">
        <SearchIcon />
        <input
          ref={field}
          type="search"
          aria-label={t('search.field')}
          placeholder={t('search.field')}
          autoComplete="off"
          spellcheck={false}
          value={query}
          onPointerDown={prepare}
          onInput={event => {
            prepare();
            setQuery(event.currentTarget.value);
          }}
        />
      </div>
      <div class="search-head">
        <p role="status">
          <Head state={state} />
        </p>
        {(state.kind === 'idle' || (state.kind === 'found' && state.total > 0)) && (
          <a href={vaultPage(query.trim())} target="_blank" rel="noreferrer">
            {state.kind === 'found' ? t('search.show-found') : t('search.show-all')}
            <NewTab />
          </a>
        )}
      </div>
      <Rows
        items={state.kind === 'found' ? state.first : state.kind === 'idle' ? summary.recent : []}
        onCopy={host.copy}
      />
    </section>
  );
}

function Head({ state }: { state: SearchState }) {
  switch (state.kind) {
    case 'idle':
      return t('search.recent');
    case 'loading':
      return t('search.loading');
    case 'failed':
      return t('search.failed');
    case 'found':
      if (state.total === 0) return state.isPartial ? t('search.nothing-yet') : t('search.nothing');
      return <Plural id={state.isPartial ? 'search.found-yet' : 'search.found'} count={state.total} />;
  }
}

type RowsProps = { items: readonly (RecentItem | MirroredItem)[]; onCopy: PopupHost['copy'] };

function Rows({ items, onCopy }: RowsProps) {
  return (
    <ul class="search-rows">
      {items.map(item => (
        <li key={item.id}>
          <VersionRow
            href={modelPage(item.modelId, item.modelVersionId)}
            modelName={item.modelName}
            versionName={item.versionName}
            state={stateOfStatus(item.status)}
            air={airOf(item)}
            onCopy={onCopy}
            {...('creatorName' in item && { note: item.creatorName })}
          />
        </li>
      ))}
    </ul>
  );
}

/** Up and down go through the field and the links below it; Escape empties the field before it closes the popup. */
function moveFocus(event: TargetedKeyboardEvent<HTMLElement>, clear: () => void): void {
  if (isComposing(event)) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, li a')];
  const field = event.currentTarget.querySelector('input');
  if (event.key === 'Escape' && field?.value) {
    event.preventDefault();
    clear();
    field.focus();
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const next = step === 0 ? undefined : stops[stops.findIndex(stop => stop.matches(':focus')) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
