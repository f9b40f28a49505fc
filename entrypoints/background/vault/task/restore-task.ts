import type { IntentRow, JournalRow } from '@/entrypoints/background/storage/rows';
import type { Clock } from '@/entrypoints/background/timing/clock';
import { createTask, type QueuedIntent, type VersionTask } from './version-task';

/**
 * A task as a killed worker left it, without the callers who waited for it. A request without an answer may have gone out or not. A
 * removal loses its confirmation: no first removal leaves from a journal, nor another one after a lost answer.
 */
export function restoreTask({ versionId, intent, next, attempt, unannounced }: JournalRow, clock: Clock): VersionTask {
  const task = createTask(versionId);
  task.intent = intent && restoreIntent(intent, clock);
  task.next = next && restoreIntent(next, clock);
  task.attempt = attempt;
  task.unannounced = unannounced;
  task.attemptAgeAsOf = clock.elapsed();
  task.stepSince = intent?.askedAt ?? 0;
  return task;
}

function restoreIntent(row: IntentRow, clock: Clock): QueuedIntent {
  return {
    row: { ...row, confirmedAt: undefined },
    waiting: [],
    confirmedElapsed: clock.elapsed(),
    isWritten: true,
    retryAt: 0,
  };
}
