import './error-boundary.css';
import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { joinSentences } from '@/utils/sentences/sentences';
import { type TextKey, t } from '@/utils/texts/texts';
import { Logo } from './logo';

type Props = {
  /** What the user has to know of what the page may have done until then. */
  caution?: TextKey;
  children: ComponentChildren;
};

/**
 * What a page shows instead of nothing if it can't be drawn, with a way out. It says nothing of the vault: what the page had asked for may
 * have been done.
 */
export function ErrorBoundary({ caution, children }: Props) {
  const [error] = useErrorBoundary();
  if (error === undefined) return children;
  return (
    <section class="broken" role="alert">
      <Logo size={28} />
      <h1>{t('page.broken.title')}</h1>
      <p>{joinSentences(caution && t(caution), t('page.broken.next'))}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {t('page.broken.reload')}
      </button>
    </section>
  );
}
