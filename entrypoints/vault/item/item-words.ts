import { formatDate, formatKb } from '@/utils/sentences/format';
import type { MirroredItem } from '@/utils/vault/vault-item';

/** What to call a model: what was added a moment ago has no name yet. */
export function modelWords({ modelName, modelId }: Pick<MirroredItem, 'modelName' | 'modelId'>): string {
  return modelName || `Model ${modelId}`;
}

/** What to call a version. */
export function versionWords({
  versionName,
  modelVersionId,
}: Pick<MirroredItem, 'versionName' | 'modelVersionId'>): string {
  return versionName || `Version ${modelVersionId}`;
}

/** A day, or a dash where the vault names none. */
export function dayWords(iso: string | undefined): string {
  const at = Date.parse(iso ?? '');
  return Number.isNaN(at) ? '–' : formatDate(at);
}

/** The two parts of the size beside the model's, "12 KB details, 4 MB images"; empty until the site has made them. */
export function extraWords({ detailsSizeKb, imagesSizeKb }: MirroredItem): string {
  if (detailsSizeKb === 0 && imagesSizeKb === 0) return '';
  return `${formatKb(detailsSizeKb)} details, ${formatKb(imagesSizeKb)} images`;
}

/** A category, or what stands for none. */
export function categoryWords(category: string): string {
  return category || 'No category';
}
