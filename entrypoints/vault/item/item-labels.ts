import { formatDate } from '@/utils/texts/language';
import { t } from '@/utils/texts/texts';
import type { MirroredItem } from '@/utils/vault/vault-item';

/** The model's name, or its id until the site has listed the item. */
export function modelLabel({ modelName, modelId }: Pick<MirroredItem, 'modelName' | 'modelId'>): string {
  return modelName || t('model.unnamed', { id: `${modelId}` });
}

/** The version's name, or its id until the site has listed the item. */
export function versionLabel({
  versionName,
  modelVersionId,
}: Pick<MirroredItem, 'versionName' | 'modelVersionId'>): string {
  return versionName || t('version.unnamed', { id: `${modelVersionId}` });
}

/** The day of an ISO text, or a dash where the vault names none. */
export function dayLabel(iso: string | undefined): string {
  const at = Date.parse(iso ?? '');
  return Number.isNaN(at) ? t('text.none') : formatDate(at);
}

/** The category, or a text for none. */
export function categoryLabel(category: string): string {
  return category || t('filter.no-category');
}
