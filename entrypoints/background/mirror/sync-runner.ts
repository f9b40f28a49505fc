import type { SyncRow } from '@/entrypoints/background/storage/rows';
import { storageProblem } from '@/entrypoints/background/storage/verdict';
import { type Clock, HEARTBEAT_MS } from '@/entrypoints/background/timing/clock';
import type { Session } from '@/entrypoints/background/vault/ports';
import type { Problem } from '@/utils/problem';
import type { SyncStatus } from '@/utils/vault/vault-summary';
import { isUnfinished, readSync } from './passes';
import { STALE_AFTER_MS } from './read-mirror';
import { type SyncParts, sync } from './sync';
import { failedStatus, isDue, progressOf, statusOf } from './sync-status';

export type RunnerParts = Omit<SyncParts, 'api'> & {
  /** Asks with that session's key and no other. */
  apiOf(session: string): SyncParts['api'];
  clock: Pick<Clock, 'wakeAfter'>;
  session(): Promise<Session | undefined>;
  /** How far it is has changed. */
  statusChanged(status: SyncStatus): void;
};

/** `next` is the sync that has to follow it. */
type Running = { stop: AbortController; done: Promise<void>; next?: Promise<void> };

/** At most one sync goes on. `progress` and `broken` are the status while that is not in the database. */
type State = RunnerParts & {
  running: Running | undefined;
  progress: SyncStatus | undefined;
  broken: SyncStatus | undefined;
};

/** Runs one sync at a time. */
export function createSyncRunner(parts: RunnerParts) {
  const state: State = { ...parts, running: undefined, progress: undefined, broken: undefined };
  const { clock } = parts;

  function refresh(maxAgeMs = STALE_AFTER_MS): Promise<void> {
    if (!state.running) state.running = begin(state, maxAgeMs);
    else if (maxAgeMs === 0) {
      // What goes on began before whatever the user wants to see: one more follows.
      state.running.next ??= state.running.done.then(() => refresh(0));
      return state.running.next;
    }
    return state.running.done;
  }

  return {
    /** Starts a sync if the mirror is older than `maxAgeMs` and none is going on; for 0 one begins in any case. Resolves when it is over. */
    refresh,
    /** Resolves when no sync is going on. */
    idle: async (): Promise<void> => state.running?.done,
    /** Goes on with what a killed worker was reading: pages were told that it is being read, and wait for the end. */
    async resume(): Promise<void> {
      if (state.running) return clock.wakeAfter(HEARTBEAT_MS);
      const row = await readSync().catch(() => undefined);
      if (row && isUnfinished(row, clock.now())) await refresh();
      else if (!state.running) clock.wakeAfter(undefined);
    },
    status: async (): Promise<SyncStatus> =>
      state.progress ?? state.broken ?? (await readSync().then(statusOf, () => failedStatus(whyBroken()))),
    /** What is being read comes to nothing. */
    end(): void {
      state.broken = undefined;
      stopRunning(state);
    },
  };
}

function begin(state: State, maxAgeMs: number): Running {
  const stop = new AbortController();
  const done = bringUpToDate(state, stop.signal, maxAgeMs)
    .catch(() => reportBroken(state, stop.signal))
    .finally(() => {
      if (state.running?.stop === stop) stopRunning(state);
    });
  return { stop, done };
}

function stopRunning(state: State): void {
  state.running?.stop.abort();
  state.running = undefined;
  state.progress = undefined;
  state.clock.wakeAfter(undefined);
}

async function bringUpToDate(state: State, signal: AbortSignal, maxAgeMs: number): Promise<void> {
  const { clock } = state;
  const session = (await state.session())?.session;
  if (session === undefined || signal.aborted || !isDue(await readSync(), clock.now(), maxAgeMs)) return;
  clock.wakeAfter(HEARTBEAT_MS);
  const onProgress = (row: SyncRow) => row.isFull && report(state, progressOf(row));
  const row = await sync({ ...state, api: state.apiOf(session), session, signal, onProgress });
  if (!row || signal.aborted) return;
  state.broken = undefined;
  report(state, statusOf(row));
}

function report(state: State, status: SyncStatus): void {
  state.progress = status;
  state.statusChanged(status);
}

function whyBroken(): Problem {
  return storageProblem() ?? { kind: 'unexpected' };
}

/** The browser refuses storage. Pages that were told that the vault is being read must hear that it isn't any more. */
async function reportBroken(state: State, signal: AbortSignal): Promise<void> {
  const row = await readSync().catch(() => undefined);
  if (signal.aborted) return;
  state.broken = failedStatus(whyBroken(), row?.syncedAt);
  report(state, state.broken);
}
