import { unwrap } from 'idb';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { isInVault } from '@/utils/vault/membership';
import type { VaultItem } from '@/utils/vault/vault-item';
import type { FactRow, ItemRow } from './rows';
import type { WholeTransaction } from './schema';

/** Which model a version belongs to, and what the page called both that had it added; `undefined`: not known. */
export type ModelOf = (
  versionId: VersionId,
) => { modelId: ModelId; modelName?: string | undefined; versionName?: string | undefined } | undefined;

/**
 * Brings the items into line with facts that are being written, so that the two never disagree. A version that is out loses its items;
 * one that a check showed gets them. One that a toggle has just added gets a stand-in until its item is shown.
 */
export async function followFacts(
  transaction: WholeTransaction,
  { facts, items }: { facts: readonly FactRow[]; items: readonly VaultItem[] },
  modelOf: ModelOf,
): Promise<void> {
  const shown = new Map(items.map(item => [item.modelVersionId, item]));
  await Promise.all(
    facts.map(fact => followFact(transaction, fact, shown.get(fact.versionId), modelOf(fact.versionId))),
  );
}

async function followFact(
  transaction: WholeTransaction,
  { versionId, state, asOf, itemId, sizeKb }: FactRow,
  item: VaultItem | undefined,
  model: ReturnType<ModelOf>,
): Promise<void> {
  const store = transaction.objectStore('items');
  if (item) {
    const known = await store.get(item.id);
    // A check shows no cover (site-facts.md F.3); the one that a list showed is as good as before.
    const cover = item.coverImageUrl ?? known?.coverImageUrl;
    const shown = { ...item, ...(cover !== undefined && { coverImageUrl: cover }) };
    await putItem(transaction, { ...shown, seenIn: known?.seenIn ?? 0, seenOn: asOf });
  } else if (state === 'out') {
    const ids = await store.index('byVersion').getAllKeys(versionId);
    await Promise.all(ids.map(id => store.delete(id)));
  } else if (model && itemId === undefined && isInVault(state)) {
    const known = await store.index('byVersion').getKey(versionId);
    if (known === undefined) await store.put(standIn(versionId, model, sizeKb ?? 0, asOf));
  }
}

/**
 * Writes the items that a list has shown, in place of their stand-ins. Stand-ins are rare, so one look finds them all; no put is waited
 * for by itself, because one that fails aborts the transaction.
 */
export async function putItems(transaction: WholeTransaction, rows: readonly ItemRow[]): Promise<void> {
  const store = transaction.objectStore('items');
  const standIns = new Set(await store.getAllKeys(IDBKeyRange.upperBound(0, true)));
  const plain = unwrap(store);
  for (const row of rows) {
    plain.put(row);
    if (standIns.has(-row.modelVersionId)) plain.delete(-row.modelVersionId);
  }
}

/** Writes an item that a check has shown, in place of its stand-in. */
async function putItem(transaction: WholeTransaction, row: ItemRow): Promise<void> {
  const store = transaction.objectStore('items');
  await Promise.all([store.put(row), store.delete(-row.modelVersionId)]);
}

function standIn(
  modelVersionId: VersionId,
  { modelId, modelName = '', versionName = '' }: NonNullable<ReturnType<ModelOf>>,
  modelSizeKb: number,
  seenOn: number,
): ItemRow {
  return {
    id: -modelVersionId,
    modelVersionId,
    modelId,
    status: 'Pending',
    modelName,
    versionName,
    creatorName: '',
    type: '',
    baseModel: '',
    category: '',
    modelSizeKb,
    detailsSizeKb: 0,
    imagesSizeKb: 0,
    failures: 0,
    files: [],
    seenIn: 0,
    seenOn,
  };
}
