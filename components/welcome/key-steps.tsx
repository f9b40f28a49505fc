import type { ComponentChildren } from 'preact';
import { OutwardIcon } from '@/components/icons/control-icons';
import { NewTab } from '@/components/new-tab';
import { Text } from '@/components/text';
import { siteLinks } from '@/utils/civitai/site-links';
import { t } from '@/utils/texts/texts';
import { KeyForm } from './key-form';
import './key-steps.css';

/** The steps to a key with no more permissions than needed (site-facts.md H.1); the form, `children`, is the last step. */
export function KeySteps({ children }: { children: ComponentChildren }) {
  return (
    <ol class="key-steps">
      <li>
        <h3>{t('sign-in.step-1.title')}</h3>
        <p>{t('sign-in.step-1.lead')}</p>
        <a class="button" href={siteLinks.newKey} target="_blank" rel="noreferrer">
          {t('sign-in.step-1.link')}
          <NewTab />
          <OutwardIcon />
        </a>
      </li>
      <li>
        <h3>{t('sign-in.step-2.title')}</h3>
        <p>
          <Text
            id="sign-in.step-2.lead"
            values={{
              read: <strong>{t('sign-in.step-2.read')}</strong>,
              write: <strong>{t('sign-in.step-2.write')}</strong>,
              user: <em>{t('sign-in.step-2.user')}</em>,
            }}
          />
        </p>
        <KeyForm />
      </li>
      <li>
        <h3>{t('sign-in.step-3.title')}</h3>
        <p>{t('sign-in.step-3.lead')}</p>
        {children}
      </li>
    </ol>
  );
}
