import { t } from '@/utils/texts/texts';
import './key-hint.css';

/** In the popup, which is too small for the steps: a button that opens them in a tab. `isSecond`: a shorter way stands above it. */
export function KeyHint({ isSecond, onOpen }: { isSecond: boolean; onOpen: () => void }) {
  return (
    <section class="key-hint" aria-labelledby="key-hint">
      <h3 id="key-hint">{t('sign-in.hint.title')}</h3>
      <p>{t('sign-in.hint.lead')}</p>
      <button type="button" class={isSecond ? 'button button--quiet' : 'button'} onClick={onOpen}>
        {t('sign-in.hint.button')}
      </button>
    </section>
  );
}

/** Where the key is stored and sent. */
export function KeyPromise() {
  return <p class="key-promise">{t('sign-in.promise')}</p>;
}
