import './error-boundary.css';
import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { t } from '@/utils/texts/texts';
import { Logo } from './logo';

/** What a page shows instead of nothing if it can't be drawn, with a way out. */
export function ErrorBoundary({ children }: { children: ComponentChildren }) {
  const [error] = useErrorBoundary();
  if (error === undefined) return children;
  return (
    <section class="broken" role="alert">
      <Logo size={28} />
      <h1>{t('page.broken.title')}</h1>
      <p>{t('page.broken.text')}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {t('page.broken.reload')}
      </button>
    </section>
  );
}
