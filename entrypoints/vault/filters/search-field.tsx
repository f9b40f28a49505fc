import type { RefObject } from 'preact';
import { CloseIcon, SearchIcon } from '@/components/icons/control-icons';
import { t } from '@/utils/texts/texts';
import type { View } from '@/utils/vault-view/view';
import '@/components/field.css';

type Props = { view: View; search: RefObject<HTMLInputElement | null>; onView: (view: View) => void };

/** The search over model, version and creator. */
export function SearchField({ view, search, onView }: Props) {
  const clear = (): void => {
    onView({ ...view, query: '' });
    search.current?.focus();
  };
  return (
    <div class="field search">
      <SearchIcon />
      <input
        ref={search}
        type="search"
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        autoComplete="off"
        spellcheck={false}
        value={view.query}
        onInput={event => onView({ ...view, query: event.currentTarget.value })}
      />
      {view.query !== '' && (
        <button type="button" class="button button--icon" aria-label={t('filter.clear-search')} onClick={clear}>
          <CloseIcon />
        </button>
      )}
    </div>
  );
}
