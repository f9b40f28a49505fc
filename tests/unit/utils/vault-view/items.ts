import { readModelId, readVersionId } from '@/utils/civitai/ids';
import type { MirroredItem } from '@/utils/vault/vault-item';

/** A plain item with some changes. `n` gives each its own version. */
export function itemWith(n: number, changes: Partial<MirroredItem> = {}): MirroredItem {
  const [modelId, modelVersionId] = [readModelId(String(100 + n)), readVersionId(String(1_000 + n))];
  if (modelId === undefined || modelVersionId === undefined) throw new Error(`${n} makes no id`);
  return {
    id: n,
    status: 'Stored',
    modelVersionId,
    modelId,
    modelName: `Model ${n}`,
    versionName: 'v1.0',
    creatorId: 7,
    creatorName: 'maker',
    type: 'LORA',
    baseModel: 'SDXL 1.0',
    category: 'style',
    modelSizeKb: 100 * n,
    detailsSizeKb: 12,
    imagesSizeKb: 4_096,
    createdAt: '2025-04-01T08:30:00.000Z',
    addedAt: '2025-05-01T08:30:00.000Z',
    failures: 0,
    files: [],
    seenOn: 0,
    ...changes,
  };
}
