import { formatDate, formatKb } from '@/utils/sentences/format';
import type { MirroredItem } from '@/utils/vault/vault-item';

/** The model's name, or its id until the site has listed the item. */
export function modelLabel({ modelName, modelId }: Pick<MirroredItem, 'modelName' | 'modelId'>): string {
  return modelName || `Model ${modelId}`;
}

/** The version's name, or its id until the site has listed the item. */
export function versionLabel({
  versionName,
  modelVersionId,
}: Pick<MirroredItem, 'versionName' | 'modelVersionId'>): string {
  return versionName || `Version ${modelVersionId}`;
}

/** The day of an ISO text, or a dash where the vault names none. */
export function dayLabel(iso: string | undefined): string {
  const at = Date.parse(iso ?? '');
  return Number.isNaN(at) ? '–' : formatDate(at);
}

/** The sizes beside the model's, "12 KB details, 4 MB images"; empty until the site has made them. */
export function extraSizes({ detailsSizeKb, imagesSizeKb }: MirroredItem): string {
  if (detailsSizeKb === 0 && imagesSizeKb === 0) return '';
  return `${formatKb(detailsSizeKb)} details, ${formatKb(imagesSizeKb)} images`;
}

/** The category, or a text for none. */
export function categoryLabel(category: string): string {
  return category || 'No category';
}
