import { unwrap } from 'idb';
import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import type { SyncRow } from '@/entrypoints/background/storage/rows';
import type { VaultEngine } from '@/entrypoints/background/vault/engine';
import { isVersionId, type VersionId } from '@/utils/civitai/ids';
import { readSync, writeSync } from './passes';
import { readItemsOf } from './read-mirror';

type Recorder = Pick<VaultEngine, 'recordListed'>;

/** Counts again how often the vault holds each version; versions that it no longer holds twice are recorded as well. */
export async function writeDoubles(parts: Recorder & { session: string }): Promise<SyncRow | undefined> {
  const [row, doubles] = [await readSync(), await countDoubles()];
  const written = row && (await writeSync(parts.session, { ...row, doubles, hasNews: false }));
  if (written) await recordDoubles(parts, [...row.doubles.map(([id]) => [id, 1] as const), ...doubles], true);
  return written;
}

/**
 * The engine records how often the vault holds versions, and nothing else of them: everything that it has recorded is newer.
 * `isEveryDouble`: the vault holds no other version more than once.
 */
export async function recordDoubles(
  { recordListed }: Recorder,
  doubles: readonly (readonly [VersionId, number])[],
  isEveryDouble = false,
): Promise<void> {
  const counts = new Map(doubles);
  const rows = await readItemsOf([...counts.keys()]);
  const listed = rows.map(item => ({
    versionId: item.modelVersionId,
    item,
    copies: counts.get(item.modelVersionId) ?? 1,
  }));
  await recordListed(listed, -1, isEveryDouble);
}

/** The versions that the mirror holds more than once, and how often. */
async function countDoubles(): Promise<SyncRow['doubles']> {
  const { store } = (await openVaultDatabase()).transaction('items');
  const counts = new Map<VersionId, number>();
  await eachKey(unwrap(store.index('byVersion')).openKeyCursor(), key => {
    if (isVersionId(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return [...counts].filter(([, count]) => count > 1);
}

/** Goes through all keys without a promise for each: there are as many as items in the vault. */
function eachKey(request: IDBRequest<IDBCursor | null>, take: (key: IDBValidKey) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve();
      take(cursor.key);
      cursor.continue();
    };
  });
}
