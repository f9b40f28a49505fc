import { isModelId, type VersionId } from '@/utils/civitai/ids';
import type { VaultItem } from '@/utils/vault/vault-item';

/** A row of the vault: stored and ordinary, but for what `more` says. */
export function itemOf(modelVersionId: VersionId, more: Partial<VaultItem> = {}): VaultItem {
  const modelId = 5;
  if (!isModelId(modelId)) throw new Error('no model id');
  return {
    id: 900,
    status: 'Stored',
    modelVersionId,
    modelId,
    modelName: 'm',
    versionName: 'v',
    creatorName: 'c',
    type: 'LORA',
    baseModel: 'SDXL 1.0',
    category: '',
    modelSizeKb: 1_000,
    detailsSizeKb: 20,
    imagesSizeKb: 3,
    failures: 0,
    files: [],
    ...more,
  };
}
