import { t } from '@/utils/texts/texts';

/** Tells screen readers that the link around it opens in a new tab. */
export function NewTab() {
  return <span class="visually-hidden"> {t('link.new-tab')}</span>;
}
