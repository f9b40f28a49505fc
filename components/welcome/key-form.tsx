import { type TextKey, t } from '@/utils/texts/texts';
import './key-form.css';

type Tick = 'on' | 'off' | 'if-wanted' | undefined;
type Row = readonly [name: TextKey, ...ticks: [read: Tick, write: Tick, remove: Tick]];

/** The form's rows and boxes in its own order (site-facts.md H.1); its words are the site's. */
const ROWS: readonly Row[] = [
  ['key-form.profile', 'if-wanted', 'off', undefined],
  ['key-form.models', 'off', 'off', 'off'],
  ['key-form.media', 'off', 'off', 'off'],
  ['key-form.articles', 'off', 'off', 'off'],
  ['key-form.bounties', 'off', 'off', 'off'],
  ['key-form.ai', 'off', 'off', undefined],
  ['key-form.buzz', 'off', undefined, undefined],
  ['key-form.collections', 'off', 'off', undefined],
  ['key-form.social', undefined, 'off', undefined],
  ['key-form.notifications', 'off', 'off', undefined],
  ['key-form.vault', 'on', 'on', undefined],
];

/** A drawing of the site's form as it should look before "Save" is pressed. */
export function KeyForm() {
  return (
    <figure class="key-form" role="img" aria-label={t('key-form.spoken')}>
      {/* The site is read from left to right in every language. */}
      <div aria-hidden="true" dir="ltr">
        <p class="key-form-title">{t('key-form.title')}</p>
        <p class="key-form-field">
          {t('key-form.name')}
          <b>{t('extension.short-name')}</b>
        </p>
        <div class="key-form-grid">
          <div class="key-form-row key-form-head">
            <span>{t('key-form.resource')}</span>
            <span>{t('key-form.read')}</span>
            <span>{t('key-form.write')}</span>
            <span>{t('key-form.delete')}</span>
          </div>
          {ROWS.map(([name, ...ticks]) => (
            <div key={name} class="key-form-row" data-wanted={ticks.includes('on')}>
              <span>{t(name)}</span>
              {ticks.map((tick, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the boxes of a row have a place and nothing else.
                <span key={at}>{tick ? <Box tick={tick} /> : t('text.none')}</span>
              ))}
            </div>
          ))}
        </div>
        <p class="key-form-save">{t('key-form.save')}</p>
      </div>
    </figure>
  );
}

function Box({ tick }: { tick: Exclude<Tick, undefined> }) {
  return (
    <svg class="key-form-box" data-tick={tick} width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <rect x="0.75" y="0.75" width="12.5" height="12.5" rx="3" />
      {tick !== 'off' && <path d="M3.6 7.2 6 9.6 10.4 4.6" />}
    </svg>
  );
}
