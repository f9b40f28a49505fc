import { downloadOf } from '@/utils/civitai/item-links';
import { modelPage } from '@/utils/civitai/site-links';
import { type MirroredItem, sizeOfItemKb } from '@/utils/vault/vault-item';
import { airOf } from './air';

/**
 * One item as it is exported. Sizes are KB of 1,024 bytes, times ISO texts in UTC; null: the vault doesn't say. Texts are as the vault
 * has them and may be empty. The addresses of covers and files are left out: the first are secrets that last a day, the second lead
 * nowhere (site-facts.md F.2).
 */
export type ExportRecord = {
  air: string;
  modelVersionId: number;
  modelId: number;
  /** The row's own id; null for what was added a moment ago. */
  itemId: number | null;
  modelName: string;
  versionName: string;
  creatorId: number | null;
  creatorName: string;
  type: string;
  baseModel: string;
  category: string;
  status: string;
  failures: number;
  modelSizeKb: number;
  detailsSizeKb: number;
  imagesSizeKb: number;
  totalSizeKb: number;
  addedAt: string | null;
  /** When the model version was created. */
  createdAt: string | null;
  refreshedAt: string | null;
  notes: string | null;
  files: { id: number; sizeKb: number; name: string }[];
  /** The downloads work in a browser that is logged in on civitai.com as the vault's owner. */
  links: { page: string; model: string | null; details: string | null; images: string | null };
};

/** What an export says of an item. */
export function recordOf(item: MirroredItem): ExportRecord {
  return {
    air: airOf(item),
    modelVersionId: item.modelVersionId,
    modelId: item.modelId,
    itemId: item.id > 0 ? item.id : null,
    modelName: item.modelName,
    versionName: item.versionName,
    creatorId: item.creatorId ?? null,
    creatorName: item.creatorName,
    type: item.type,
    baseModel: item.baseModel,
    category: item.category,
    status: item.status,
    failures: item.failures,
    modelSizeKb: item.modelSizeKb,
    detailsSizeKb: item.detailsSizeKb,
    imagesSizeKb: item.imagesSizeKb,
    totalSizeKb: sizeOfItemKb(item),
    addedAt: item.addedAt ?? null,
    createdAt: item.createdAt ?? null,
    refreshedAt: item.refreshedAt ?? null,
    notes: item.notes ?? null,
    files: item.files.map(({ id, sizeKb, displayName }) => ({ id, sizeKb, name: displayName })),
    links: {
      page: modelPage(item.modelId, item.modelVersionId),
      model: downloadOf(item, 'model') ?? null,
      details: downloadOf(item, 'details') ?? null,
      images: downloadOf(item, 'images') ?? null,
    },
  };
}
