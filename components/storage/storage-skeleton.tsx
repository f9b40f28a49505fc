import { t } from '@/utils/texts/texts';
import './storage-card.css';
import './storage-skeleton.css';

/** The storage card before its figures are known; as tall as the real one, so that nothing jumps. */
export function StorageSkeleton() {
  return (
    <section class="card storage storage--skeleton" aria-label={t('storage.label')} aria-busy="true">
      <p class="visually-hidden" role="status">
        {t('storage.loading')}
      </p>
      <p class="storage-head" aria-hidden="true">
        <span class="bone bone--used" />
      </p>
      <div class="storage-bar" aria-hidden="true" />
      <p class="storage-foot" aria-hidden="true">
        <span class="bone" />
        <span class="bone" />
      </p>
    </section>
  );
}
