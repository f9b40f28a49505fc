import type { ModelOf } from '@/entrypoints/background/storage/item-rows';
import { isOlderThan } from '@/utils/age';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Intent } from '@/utils/messages/protocol';
import type { ModelFact, VersionFact } from '@/utils/vault/membership';
import type { SyncStatus } from '@/utils/vault/vault-summary';
import { recordDoubles } from './doubles';
import { fitMessage } from './fit-message';
import { readSync, writeSync } from './passes';
import {
  addMirrorFacts,
  countCopies,
  isMirrorCurrent,
  readItems,
  readItemsOf,
  readModels,
  readNames,
} from './read-mirror';
import { readPart } from './read-part';
import { createSyncRunner, type RunnerParts } from './sync-runner';

/** Older than this, the covers that the list showed can't be fetched any more (site-facts.md F.2). */
const COVERS_VALID_MS = 24 * 3_600_000;
/** So many versions have their model remembered for the moment after they were added. */
const MAX_REMEMBERED_MODELS = 200;

export type MirrorParts = RunnerParts & {
  /** What the engine knows of versions, without a request. */
  cachedFacts(versionIds: readonly VersionId[]): Promise<VersionFact[]>;
};

export type Mirror = ReturnType<typeof createMirror>;

/**
 * The whole vault as this browser knows it, in the database of the account that is signed in. It reads the list only when asked to, one
 * sync at a time, and answers from storage without a request. Look-ups reject where the browser refuses storage.
 */
export function createMirror(parts: MirrorParts) {
  const runner = createSyncRunner(parts);
  const models = createModelMemory();
  return {
    /** A page shows the vault: starts a sync if the mirror is older than 5 minutes. Resolves when it is over. */
    refreshIfStale: (): Promise<void> => runner.refresh(),
    /** The user asks for it: the same, however young the mirror is. */
    refreshNow: (): Promise<void> => runner.refresh(0),
    /** A page shows covers: reads the whole list again if their addresses have run out. */
    async refreshCovers(): Promise<void> {
      await runner.idle();
      await orderFullPass(parts);
      return runner.refresh();
    },
    /** The session is over: what is being read comes to nothing. The database itself is wiped with the account. */
    end(): void {
      models.clear();
      runner.end();
    },
    /** The alarm that the clock's `wakeAfter` set. */
    resume: runner.resume,
    /** A worker starts: the engine hears how often the vault holds versions, which no check shows. An interrupted sync goes on. */
    start(): Promise<void> {
      void runner.resume();
      return recordKnownDoubles(parts);
    },
    /** Remembers which model the version of an intent belongs to. */
    rememberModel: models.remember,
    modelOf: models.of,
    /** What is known of the versions, the mirror included: what a complete mirror doesn't hold is out. */
    byVersions: async (versionIds: readonly VersionId[]): Promise<VersionFact[]> =>
      addMirrorFacts(await parts.cachedFacts(versionIds)),
    /** The same for facts that are at hand already. */
    addMirrorFacts,
    byModels: (modelIds: readonly ModelId[]): Promise<ModelFact[]> => readModels(modelIds, parts.cachedFacts),
    itemNames: readNames,
    countCopies,
    /** One item of each version that it holds. */
    itemsOf: readItemsOf,
    /** True if all of the vault was read so recently that it answers for every version, listed or not. */
    isCurrent: () => isMirrorCurrent(parts.clock.now()),
    all: readItems,
    part: async (count: number, before?: number) => fitMessage(await readPart(count, before)),
    status: (): Promise<SyncStatus> => runner.status(),
  };
}

async function recordKnownDoubles(parts: MirrorParts): Promise<void> {
  const doubles = (await readSync().catch(() => undefined))?.doubles ?? [];
  if (doubles.length === 0) return;
  // The engine must have read its own facts first.
  await parts.cachedFacts([]);
  await recordDoubles(parts, doubles);
}

/** If the covers have run out, the next sync reads the whole list. */
async function orderFullPass({ clock, session }: MirrorParts): Promise<void> {
  const [current, row] = [await session(), await readSync()];
  const isOld = isOlderThan(COVERS_VALID_MS, row?.fullAt ?? 0, clock.now());
  if (current && row?.isWhole && isOld) await writeSync(current.session, { ...row, isWhole: false, isFull: false });
}

/** Which model a version belongs to and what both are called, as the page said that intended it; the oldest make room. */
function createModelMemory() {
  const models = new Map<VersionId, NonNullable<ReturnType<ModelOf>>>();
  return {
    remember(intent: Intent): void {
      const { versionId, modelId } = intent;
      if (modelId === undefined) return;
      const { modelName = undefined, versionName = undefined } = intent.target === 'in' ? intent : {};
      models.set(versionId, { modelId, modelName, versionName });
      for (const oldest of models.keys()) if (models.size > MAX_REMEMBERED_MODELS) models.delete(oldest);
    },
    of: (versionId: VersionId) => models.get(versionId),
    clear: () => models.clear(),
  };
}
