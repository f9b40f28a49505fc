import type { ModelId, VersionId } from '@/utils/civitai/ids';

/** One file of a vault item. The API's `url` is an internal address and is left out (site-facts.md F.2). */
export type VaultFile = {
  id: number;
  sizeKb: number;
  /** A label such as "Pruned Model fp16", not a file name. */
  displayName: string;
};

/**
 * One row of the vault. Texts are those of the moment when it was added, and may be empty; sizes are KB of 1,024 bytes, 0 until known;
 * times are ISO texts.
 */
export type VaultItem = {
  /** The row's id, needed for downloads. Not the version's, not the vault's. */
  id: number;
  /** `Pending`, `Stored`, `Failed`, or a word that the site adds later. */
  status: string;
  modelVersionId: VersionId;
  modelId: ModelId;
  modelName: string;
  versionName: string;
  creatorId?: number;
  creatorName: string;
  type: string;
  baseModel: string;
  category: string;
  modelSizeKb: number;
  detailsSizeKb: number;
  imagesSizeKb: number;
  /** When the model version was created, not the item. */
  createdAt?: string;
  addedAt?: string;
  refreshedAt?: string;
  notes?: string;
  /** The notes were too long to be read whole. */
  isNotesCut?: boolean;
  failures: number;
  /** Valid for 24 h; never in the answer of a check. */
  coverImageUrl?: string;
  files: VaultFile[];
  /** How many more files it has than were read. */
  moreFiles?: number;
};

/** An item as this browser knows it. */
export type MirroredItem = VaultItem & {
  /** When a list, a check or a toggle last contained it, epoch ms. */
  seenOn: number;
};

/** The size of an item that counts against the quota, KB. */
export function sizeOfItemKb(item: VaultItem): number {
  return item.modelSizeKb + item.detailsSizeKb + item.imagesSizeKb;
}
