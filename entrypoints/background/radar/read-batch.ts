import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import type { Control, RadarRow } from '@/entrypoints/background/storage/radar-row';
import type { ItemRow } from '@/entrypoints/background/storage/rows';
import type { ModelId } from '@/utils/civitai/ids';

/** Seen so recently, a model counts as known to be there. */
const KNOWN_FOR_MS = 7 * 24 * 3_600_000;
/** Fewer models in one request leave no place for others. */
const LEAST_WITH_CONTROLS = 3;

/** The models of one request: those of the vault that are next, and others that are known to be there. */
export type Batch = { modelIds: ModelId[]; items: ItemRow[]; controls: ModelId[]; isLast: boolean };

/** What to ask for next. `now` is epoch ms. */
export async function readBatch({ pass, controls, modelsAtOnce }: RadarRow, now: number): Promise<Batch> {
  const known = modelsAtOnce < LEAST_WITH_CONTROLS ? [] : [controls.plain, controls.mature].filter(isKnown(now));
  const size = modelsAtOnce - known.length;
  const modelIds = await readModelIds(pass?.after ?? 0, size);
  const { store } = (await openVaultDatabase()).transaction('items');
  const [first, last] = [modelIds[0], modelIds.at(-1)];
  const items = first && last ? await store.index('byModel').getAll(IDBKeyRange.bound(first, last)) : [];
  return {
    modelIds,
    // A stand-in has only the words of a page.
    items: items.filter(({ id }) => id > 0),
    controls: known.map(({ modelId }) => modelId).filter(modelId => !modelIds.includes(modelId)),
    isLast: modelIds.length < size,
  };
}

function isKnown(now: number) {
  return (control: Control | undefined): control is Control =>
    control !== undefined && Math.abs(now - control.seenAt) < KNOWN_FOR_MS;
}

async function readModelIds(after: number, count: number): Promise<ModelId[]> {
  const byModel = (await openVaultDatabase()).transaction('items').store.index('byModel');
  const ids: ModelId[] = [];
  let cursor = await byModel.openKeyCursor(IDBKeyRange.lowerBound(after, true), 'nextunique');
  while (cursor && ids.length < count) {
    ids.push(cursor.key);
    cursor = await cursor.continue();
  }
  return ids;
}
