import type { ModelId } from '@/utils/ids';
import { type ModelFact, stateOfStatus } from '@/utils/membership';
import { sizeOfItemKb } from './api/vault-item';
import { ONLY, openVaultDatabase } from './database';

/** Which versions of the models the mirrored vault holds. Without a mirror that was read to its end nobody knows. Never asks the network. */
export async function modelsKnown(modelIds: readonly ModelId[]): Promise<ModelFact[]> {
  const transaction = (await openVaultDatabase()).transaction(['items', 'sync']);
  const byModel = transaction.objectStore('items').index('byModel');
  const [sync, ...found] = await Promise.all([
    transaction.objectStore('sync').get(ONLY),
    ...modelIds.map(modelId => byModel.getAll(modelId)),
  ]);
  return modelIds.map((modelId, index) => ({
    modelId,
    kept: (found[index] ?? []).map(item => ({
      versionId: item.modelVersionId,
      state: stateOfStatus(item.status),
      ...(item.versionName && { versionName: item.versionName }),
      sizeKb: sizeOfItemKb(item),
    })),
    asOf: sync?.completedAt ?? 0,
  }));
}
