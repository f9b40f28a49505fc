import type { JournalRow } from '@/entrypoints/background/storage/rows';
import { restoreAttempt } from './attempt';
import { restoreQueued } from './queued-intent';
import { createTask, type VersionTask } from './version-task';

/** A task as a killed worker left it. A request without an answer may have gone out or not. `at` is `elapsed()`. */
export function restoreTask(row: JournalRow, at: number): VersionTask {
  const { versionId, intent, next, attempt, unannounced, owed } = row;
  return {
    ...createTask(versionId),
    intent: intent && restoreQueued(intent, at),
    next: next && restoreQueued(next, at),
    attempt: attempt && restoreAttempt(attempt, at),
    isUnannounced: unannounced,
    owed,
    step: { phase: 'waiting', since: intent?.askedAt ?? 0 },
  };
}
