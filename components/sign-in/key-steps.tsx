import type { ComponentChildren } from 'preact';
import { OutwardLink } from '@/components/outward-link';
import { Text } from '@/components/text';
import { siteLinks } from '@/utils/civitai/site-links';
import { t } from '@/utils/texts/texts';
import './key-steps.css';

/** The steps to a key with no more permissions than needed (site-facts.md H.1); the form, `children`, is the last step. */
export function KeySteps({ children }: { children: ComponentChildren }) {
  return (
    <ol class="key-steps">
      <li>
        <h3>{t('sign-in.step-1.title')}</h3>
        <p>{t('sign-in.step-1.lead')}</p>
        <OutwardLink href={siteLinks.newKey} button>
          {t('sign-in.step-1.link')}
        </OutwardLink>
      </li>
      <li>
        <h3>{t('sign-in.step-2.title')}</h3>
        <p>
          <Text
            id="sign-in.step-2.lead"
            values={{
              custom: <strong>{t('sign-in.step-2.custom')}</strong>,
              read: <strong>{t('sign-in.step-2.read')}</strong>,
              write: <strong>{t('sign-in.step-2.write')}</strong>,
              user: <em>{t('sign-in.step-2.user')}</em>,
            }}
          />
        </p>
      </li>
      <li>
        <h3>{t('sign-in.step-3.title')}</h3>
        <p>{t('sign-in.step-3.lead')}</p>
        {children}
      </li>
    </ol>
  );
}

/** In the popup, which is too small for the steps: a button that opens them in a tab. */
export function KeyHint({ onOpen }: { onOpen: () => void }) {
  return (
    <section class="key-hint" aria-labelledby="key-hint">
      <h3 id="key-hint">{t('sign-in.hint.title')}</h3>
      <p>{t('sign-in.hint.lead')}</p>
      <button type="button" class="button button--quiet" onClick={onOpen}>
        {t('sign-in.hint.button')}
      </button>
    </section>
  );
}

/** Where the key is stored and sent. */
export function KeyPromise() {
  return <p class="key-promise">{t('sign-in.promise')}</p>;
}
