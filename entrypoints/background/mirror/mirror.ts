import type { SyncRow } from '@/entrypoints/background/storage/rows';
import { type Clock, HEARTBEAT_MS } from '@/entrypoints/background/timing/clock';

import type { Session } from '@/entrypoints/background/vault/ports';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Intent } from '@/utils/messages/protocol';
import type { ModelFact, VersionFact } from '@/utils/vault/membership';
import type { SyncStatus } from '@/utils/vault/vault-summary';
import { isUnfinished, readSync, writeSync } from './passes';
import { addMirrorFacts, readItems, readModels, readNames } from './read-mirror';
import { PAGE_SIZE, recordDoubles, type SyncParts, sync } from './sync';

/** Older than this, the mirror is brought up to date where somebody looks. */
const STALE_AFTER_MS = 5 * 60_000;
/** A rest that would be longer comes from a clock that was set. */
const MAX_RETRY_WAIT_MS = 15 * 60_000;
/** Older than this, the covers that the list showed can't be fetched any more (site-facts.md F.2). */
const COVERS_VALID_MS = 24 * 3_600_000;
/** Versions whose model is remembered for the moment after they were added. */
const MAX_REMEMBERED_MODELS = 200;

export type MirrorParts = Omit<SyncParts, 'api'> & {
  /** Asks with that session's key and no other. */
  apiOf(session: string): SyncParts['api'];
  clock: Pick<Clock, 'wakeAfter'>;
  session(): Promise<Session | undefined>;
  /** What the engine knows of versions, without a request. */
  known(versionIds: readonly VersionId[]): Promise<VersionFact[]>;
  /** How far it is has changed. */
  statusChanged(status: SyncStatus): void;
};

export type Mirror = ReturnType<typeof createMirror>;

/**
 * The whole vault as this browser knows it, kept in the database of the account that is signed in. It reads the list only when asked
 * to, one sync at a time, and answers from storage without a request. Lookups reject where the browser refuses storage.
 */
export function createMirror(parts: MirrorParts) {
  const models = new Map<VersionId, ModelId>();
  let running: { stop: AbortController; done: Promise<void> } | undefined;
  let progress: SyncStatus | undefined;
  /** The last sync failed where it would have written that down. */
  let broken: SyncStatus | undefined;

  function begin(maxAgeMs: number): { stop: AbortController; done: Promise<void> } {
    const stop = new AbortController();
    const done = bringUpToDate(stop.signal, maxAgeMs)
      .then(
        () => undefined,
        () => tellBroken(stop.signal),
      )
      .finally(() => {
        if (running?.stop === stop) end();
      });
    return { stop, done };
  }

  /** The browser refuses storage. Whoever was told that the vault is being read has to hear that it isn't any more. */
  async function tellBroken(signal: AbortSignal): Promise<void> {
    const row = await readSync().catch(() => undefined);
    if (signal.aborted) return;
    const at = row?.syncedAt;
    broken = { kind: 'failed', problem: { kind: 'unexpected' }, ...(at !== undefined && { at }) };
    report(broken);
  }

  async function bringUpToDate(signal: AbortSignal, maxAgeMs: number): Promise<void> {
    const session = (await parts.session())?.session;
    if (session === undefined || signal.aborted || !isDue(await readSync(), parts.clock.now(), maxAgeMs)) return;
    parts.clock.wakeAfter(HEARTBEAT_MS);
    const onProgress = (row: SyncRow) => row.isFull && report(progressOf(row));
    const row = await sync({ ...parts, api: parts.apiOf(session), session, signal, onProgress });
    if (!row || signal.aborted) return;
    broken = undefined;
    report(statusOf(row));
  }

  /** Has read on what a killed worker was reading: pages were told that it is being read, and wait for the end. */
  async function resume(): Promise<void> {
    if (running) return parts.clock.wakeAfter(HEARTBEAT_MS);
    const row = await readSync().catch(() => undefined);
    if (row && isUnfinished(row, parts.clock.now())) await refreshIfStale();
    else if (!running) parts.clock.wakeAfter(undefined);
  }

  function report(status: SyncStatus): void {
    progress = status;
    parts.statusChanged(status);
  }

  function end(): void {
    running?.stop.abort();
    running = undefined;
    progress = undefined;
    parts.clock.wakeAfter(undefined);
  }

  function refreshIfStale(maxAgeMs = STALE_AFTER_MS): Promise<void> {
    running ??= begin(maxAgeMs);
    return running.done;
  }

  const byVersions = async (versionIds: readonly VersionId[]): Promise<VersionFact[]> =>
    addMirrorFacts(await parts.known(versionIds));

  return {
    /** Somebody looks: starts a sync if the mirror is older than 5 minutes and none is going on. Resolves when it is over. */
    refreshIfStale: (): Promise<void> => refreshIfStale(),

    /** Somebody asks for it: the same, however young the mirror is. */
    refreshNow: (): Promise<void> => refreshIfStale(0),
    /** Somebody wants to see covers: the whole list is read again if it was last read so long ago that they have run out. */
    async refreshCovers(): Promise<void> {
      await running?.done;
      const [session, row] = [await parts.session(), await readSync()];
      const isOld = parts.clock.now() - (row?.fullAt ?? 0) >= COVERS_VALID_MS;
      if (session && row?.isWhole && isOld) await writeSync(session.session, { ...row, isWhole: false, isFull: false });
      return refreshIfStale();
    },

    /** The session is over: what is being read comes to nothing. The database itself is wiped with the account. */
    end(): void {
      models.clear();
      broken = undefined;
      end();
    },

    /** The alarm that the clock's `wakeAfter` asked for. */
    resume,

    /** A worker starts: the engine hears how often the vault holds versions, which no check can tell it. What was being read is read on. */
    async start(): Promise<void> {
      void resume();
      const doubles = (await readSync().catch(() => undefined))?.doubles ?? [];
      if (doubles.length === 0) return;
      // Once it knows everything else.
      await parts.known([]);
      await recordDoubles(parts, doubles);
    },

    /** Remembers which model a wished version belongs to. */
    rememberModel(intent: Intent): void {
      if (intent.modelId === undefined) return;
      models.set(intent.versionId, intent.modelId);
      for (const oldest of models.keys()) if (models.size > MAX_REMEMBERED_MODELS) models.delete(oldest);
    },
    modelOf: (versionId: VersionId) => models.get(versionId),

    /** What is known of the versions, the mirror included: what a complete mirror doesn't hold is out. */
    byVersions,
    /** The same for facts that somebody has asked for already. */
    addMirrorFacts,
    byModels: (modelIds: readonly ModelId[]): Promise<ModelFact[]> => readModels(modelIds, parts.known),
    itemNames: readNames,
    all: readItems,
    status: async (): Promise<SyncStatus> => progress ?? broken ?? statusOf(await readSync()),
  };
}

function isDue(row: SyncRow | undefined, now: number, maxAgeMs: number): boolean {
  const restMs = (row?.failed?.until ?? 0) - now;
  if (restMs > 0 && restMs < MAX_RETRY_WAIT_MS) return false;
  const ageMs = now - (row?.syncedAt ?? 0);
  // A clock that was set back makes an age negative: then nobody knows how old it is.
  return !row?.isWhole || ageMs < 0 || ageMs >= maxAgeMs;
}

function progressOf({ nextPage, totalItems }: SyncRow): SyncStatus {
  const done = nextPage === 0 ? totalItems : Math.min(totalItems, (nextPage - 1) * PAGE_SIZE);
  return { kind: 'syncing', done, total: totalItems };
}

function statusOf(row: SyncRow | undefined): SyncStatus {
  if (row?.failed) {
    const { problem } = row.failed;
    return { kind: 'failed', problem, ...(row.syncedAt !== undefined && { at: row.syncedAt }) };
  }
  return row?.syncedAt === undefined ? { kind: 'never' } : { kind: 'synced', at: row.syncedAt };
}
