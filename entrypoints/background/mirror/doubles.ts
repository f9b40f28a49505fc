import type { SyncRow } from '@/entrypoints/background/storage/rows';
import type { VaultEngine } from '@/entrypoints/background/vault/engine';
import type { VersionId } from '@/utils/civitai/ids';
import { countDoubles, readSync, writeSync } from './passes';
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
