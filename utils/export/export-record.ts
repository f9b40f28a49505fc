import { downloadOf } from '@/utils/civitai/item-links';
import { modelPage } from '@/utils/civitai/site-links';
import { type MirroredItem, sizeOfItemKb } from '@/utils/vault/vault-item';
import { airOf } from './air';

/**
 * One exported item: sizes in KB of 1,024 bytes, times as ISO texts in UTC, null for unknown. Cover addresses are secrets that last a
 * day and file addresses lead nowhere (site-facts.md F.2), so both are left out.
 */
export type ExportRecord = {
  air: string;
  modelVersionId: number;
  modelId: number;
  /** The row's own id; null for an item that the site hasn't listed yet. */
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
  /** The notes are longer than Vaulted reads: these are their beginning. */
  notesCut?: true;
  files: { id: number; sizeKb: number; name: string }[];
  /** How many more files there are than Vaulted reads. */
  moreFiles?: number;
  /** The downloads work only in a browser that is logged in on civitai.com as the vault's owner. */
  links: { page: string; model: string | null; details: string | null; images: string | null };
};

/** The record of an item. */
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
    ...(item.isNotesCut && { notesCut: true }),
    files: item.files.map(({ id, sizeKb, displayName }) => ({ id, sizeKb, name: displayName })),
    ...(item.moreFiles !== undefined && { moreFiles: item.moreFiles }),
    links: {
      page: modelPage(item.modelId, item.modelVersionId),
      model: downloadOf(item.id, 'model') ?? null,
      details: downloadOf(item.id, 'details') ?? null,
      images: downloadOf(item.id, 'images') ?? null,
    },
  };
}
