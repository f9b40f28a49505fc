import type { ComponentChildren } from 'preact';
import { Logo } from '@/components/logo';
import { OutwardLink } from '@/components/outward-link';
import { Text } from '@/components/text';
import { siteLinks } from '@/utils/civitai/site-links';
import { t } from '@/utils/texts/texts';
import '@/components/progress.css';
import '@/components/storage/storage-skeleton.css';
import './empty-states.css';
import type { SyncStatus } from '@/utils/vault/vault-summary';

function Blank({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="blank">
      <Logo size={56} />
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** The page while signed out. */
export function SignedOut({ signInPage }: { signInPage: string }) {
  return (
    <Blank title={t('vault.signed-out.title')}>
      <p>{t('vault.signed-out.lead')}</p>
      <a class="button" href={signInPage}>
        {t('action.connect')}
      </a>
    </Blank>
  );
}

/** The page of an empty vault. */
export function EmptyVault() {
  return (
    <Blank title={t('vault.empty.title')}>
      <p>{t('vault.empty.lead')}</p>
      <OutwardLink href={siteLinks.models} button>
        {t('link.browse')}
      </OutwardLink>
    </Blank>
  );
}

/** No item matches the view. */
export function NothingFound({ onShowAll }: { onShowAll: () => void }) {
  return (
    <Blank title={t('vault.nothing.title')}>
      <p>{t('vault.nothing.lead')}</p>
      <button type="button" class="button button--quiet" onClick={onShowAll}>
        {t('vault.show-all')}
      </button>
    </Blank>
  );
}

/** The progress of the first read; the items read so far are shown below. */
export function Reading({ sync }: { sync: SyncStatus | undefined }) {
  const progress = sync?.kind === 'syncing' && sync.total > 0 ? sync : undefined;
  return (
    <section class="reading" aria-label={t('contents.reading')}>
      {/* Spoken once: a screen reader would announce every new count, and the bar has it anyway. */}
      <p class="visually-hidden" role="status">
        {t('contents.reading')}
      </p>
      <p aria-hidden="true">
        {progress ? (
          <Text id="contents.reading-of" values={{ done: progress.done, total: progress.total }} />
        ) : (
          t('contents.reading')
        )}
      </p>
      <progress aria-label={t('contents.reading')} {...(progress && { max: progress.total, value: progress.done })} />
    </section>
  );
}

const SKELETON = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

/** Grey rows, as high as real ones, until the first rows are known. */
export function SkeletonRows() {
  return (
    <div class="skeleton" aria-hidden="true">
      {SKELETON.map(row => (
        <div key={row} class="skeleton-row">
          <span class="bone bone--cover" />
          <span class="bone bone--name" />
          <span class="bone" />
        </div>
      ))}
    </div>
  );
}
