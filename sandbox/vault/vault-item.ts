import type { VaultItemRow, WorldFile, WorldModel, WorldVersion } from '@/sandbox/records.ts';

/** What identifies and dates a new row; the rest is copied from the catalogue. */
type NewRow = { id: number; vaultId: number; addedAt: number };

/** Files whose size counts beside the primary one (site-facts.md F.4). */
const COUNTED_TYPES = ['Negative', 'Config'];

/** KB counted against the quota when the version is added: the primary file and small companions; 0 without a primary file. */
export function sizeWhenAdded(version: WorldVersion): number {
  const counted = version.files.filter(file => file.primary || COUNTED_TYPES.includes(file.type));
  return Math.round(counted.reduce((sum, file) => sum + file.sizeKB, 0));
}

/** A label such as "LoRA" or "Pruned Model fp16", not a file name (F.2). */
function labelOf(file: WorldFile, model: WorldModel): string {
  if (file.type !== 'Model') return [file.type, file.metadata.fp].filter(Boolean).join(' ');
  return model.type === 'LORA' ? 'LoRA' : model.type;
}

/** The row that adding `version` writes: a snapshot that outlives the model. Starts as Pending. */
export function rowFor({ id, vaultId, addedAt }: NewRow, model: WorldModel, version: WorldVersion): VaultItemRow {
  return {
    id,
    vaultId,
    status: 'Pending',
    files: version.files.map(file => ({
      id: file.id,
      sizeKB: file.sizeKB,
      url: `https://storage.sandbox.invalid/model/${model.creator.id}/${file.name}`,
      displayName: labelOf(file, model),
    })),
    modelVersionId: version.id,
    modelId: model.id,
    modelName: model.name,
    versionName: version.name,
    creatorId: model.creator.id,
    creatorName: model.creator.username,
    type: model.type,
    baseModel: version.baseModel,
    category: model.category,
    createdAt: version.createdAt,
    addedAt: new Date(addedAt).toISOString(),
    refreshedAt: null,
    modelSizeKb: sizeWhenAdded(version),
    detailsSizeKb: 0,
    imagesSizeKb: 0,
    notes: null,
    meta: { failures: 0 },
  };
}

/** KB that an item counts against the quota. */
export function sizeOf(row: VaultItemRow): number {
  return row.modelSizeKb + row.detailsSizeKb + row.imagesSizeKb;
}
