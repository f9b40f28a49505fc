import type { SyncRow } from '@/entrypoints/background/storage/rows';
import { type Clock, HEARTBEAT_MS } from '@/entrypoints/background/timing/clock';
import type { Session } from '@/entrypoints/background/vault/ports';
import type { SyncStatus } from '@/utils/messages/protocol';
import { isUnfinished, readSync } from './passes';
import { type SyncParts, sync } from './sync';
import { failedStatus, isDue, progressOf, statusOf } from './sync-status';

/** Older than this, the mirror is brought up to date when a page shows it. */
const STALE_AFTER_MS = 5 * 60_000;

export type RunnerParts = Omit<SyncParts, 'api'> & {
  /** Asks with that session's key and no other. */
  apiOf(session: string): SyncParts['api'];
  clock: Pick<Clock, 'wakeAfter'>;
  session(): Promise<Session | undefined>;
  /** How far it is has changed. */
  statusChanged(status: SyncStatus): void;
};

export type SyncRunner = ReturnType<typeof createSyncRunner>;

/** Runs one sync at a time. */
export function createSyncRunner(parts: RunnerParts) {
  const { clock } = parts;
  let running: { stop: AbortController; done: Promise<void> } | undefined;
  /** What the status is while that is not in the database: a sync goes on, or storage failed. */
  let progress: SyncStatus | undefined;
  let broken: SyncStatus | undefined;

  function report(status: SyncStatus): void {
    progress = status;
    parts.statusChanged(status);
  }

  function begin(maxAgeMs: number): { stop: AbortController; done: Promise<void> } {
    const stop = new AbortController();
    const done = bringUpToDate(stop.signal, maxAgeMs)
      .catch(() => reportBroken(stop.signal))
      .finally(() => {
        if (running?.stop === stop) stopRunning();
      });
    return { stop, done };
  }

  async function bringUpToDate(signal: AbortSignal, maxAgeMs: number): Promise<void> {
    const session = (await parts.session())?.session;
    if (session === undefined || signal.aborted || !isDue(await readSync(), clock.now(), maxAgeMs)) return;
    clock.wakeAfter(HEARTBEAT_MS);
    const onProgress = (row: SyncRow) => row.isFull && report(progressOf(row));
    const row = await sync({ ...parts, api: parts.apiOf(session), session, signal, onProgress });
    if (!row || signal.aborted) return;
    broken = undefined;
    report(statusOf(row));
  }

  /** The browser refuses storage. Pages that were told that the vault is being read must hear that it isn't any more. */
  async function reportBroken(signal: AbortSignal): Promise<void> {
    const row = await readSync().catch(() => undefined);
    if (signal.aborted) return;
    broken = failedStatus({ kind: 'unexpected' }, row?.syncedAt);
    report(broken);
  }

  function stopRunning(): void {
    running?.stop.abort();
    running = undefined;
    progress = undefined;
    clock.wakeAfter(undefined);
  }

  function refresh(maxAgeMs = STALE_AFTER_MS): Promise<void> {
    running ??= begin(maxAgeMs);
    return running.done;
  }

  return {
    /** Starts a sync if the mirror is older than `maxAgeMs` and none is going on. Resolves when it is over. */
    refresh,
    /** Resolves when no sync is going on. */
    idle: async (): Promise<void> => running?.done,
    /** Goes on with what a killed worker was reading: pages were told that it is being read, and wait for the end. */
    async resume(): Promise<void> {
      if (running) return clock.wakeAfter(HEARTBEAT_MS);
      const row = await readSync().catch(() => undefined);
      if (row && isUnfinished(row, clock.now())) await refresh();
      else if (!running) clock.wakeAfter(undefined);
    },
    status: async (): Promise<SyncStatus> => progress ?? broken ?? statusOf(await readSync()),
    /** What is being read comes to nothing. */
    end(): void {
      broken = undefined;
      stopRunning();
    },
  };
}
