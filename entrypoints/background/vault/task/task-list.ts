import type { JournalRow } from '@/entrypoints/background/storage/rows';
import { HEARTBEAT_MS } from '@/entrypoints/background/timing/clock';
import { hiddenForMs } from '@/entrypoints/background/timing/replica-lag';
import { confirmationAt } from '@/entrypoints/background/vault/checks/shared-confirmation';
import { OWED_EVERY_MS } from '@/entrypoints/background/vault/constants';
import { announceUnsent, createRemovalList } from '@/entrypoints/background/vault/removals/removal-list';
import type { VersionId } from '@/utils/civitai/ids';
import type { Intent } from '@/utils/messages/protocol';
import type { Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import { overtakeAttempt } from './attempt';
import { enqueueIntent } from './enqueue-intent';
import { endPause } from './pause';
import { restoreTask } from './restore-task';
import { runTask } from './run-task';
import { saveTask, type TaskContext } from './task-steps';
import {
  activityOf,
  changeAttempt,
  createTask,
  journalRowOf,
  markTaskWritten,
  setOwed,
  type VersionTask,
} from './version-task';

export type TaskList = ReturnType<typeof createTaskList>;

type Tasks = Map<VersionId, VersionTask>;

/** The tasks of one session: one for each version with anything unsettled. */
export function createTaskList(context: TaskContext) {
  const { clock } = context.parts;
  const tasks: Tasks = new Map();
  const removals = createRemovalList(context, tasks, task => start(context, tasks, task));
  return {
    ...removals,
    /** As long as anything is unsettled, the browser wakes the worker, also one that was killed. */
    beat: () => beat(context, tasks),
    /** Goes on with everything that waits for another try. */
    wake(): void {
      for (const task of tasks.values()) if (task.owed && !task.run && !task.intent) start(context, tasks, task);
      beat(context, tasks);
    },
    ...createOwedList(context, tasks),
    activityOf(versionId: VersionId) {
      const task = tasks.get(versionId);
      return task && activityOf(task, clock);
    },
    attemptOf: (versionId: VersionId) => tasks.get(versionId)?.attempt,
    /** True while an intent has come that is not in the journal yet. */
    isWriting: () => [...tasks.values()].some(({ intent, next }) => (next ?? intent)?.isWritten === false),
    confirmationAt: (dueAt: number) => confirmationAt(dueAt, tasks.values()),

    /** Goes on with what an earlier worker left. */
    restore: (journal: readonly JournalRow[]) => journal.forEach(row => void restore(context, tasks, row)),

    /** Queues an intent; resolves with what comes of it. */
    submit: (intent: Intent) =>
      new Promise<Result<VersionFact>>(resolve => {
        const kept = intent.target === 'in' ? removals.keep(intent.versionId) : undefined;
        if (kept) resolve(kept);
        else submit(context, tasks, { intent, resolve });
      }),

    /** The version was toggled from elsewhere. */
    overtake(versionId: VersionId): void {
      const task = tasks.get(versionId);
      if (!task?.attempt) return;
      changeAttempt(task, attempt => overtakeAttempt(attempt, clock.elapsed()));
      void saveTask(context, task);
      endPause(task);
    },
  };
}

/** The versions that left the vault only to be added again. */
function createOwedList(context: TaskContext, tasks: Tasks) {
  return {
    owedOf: (versionId: VersionId) => tasks.get(versionId)?.owed,
    owed: () => [...tasks.values()].flatMap(({ owed, versionId }) => (owed ? versionId : [])),
    /** The user no longer wants the version to be added. */
    async dismiss(versionId: VersionId): Promise<void> {
      const task = tasks.get(versionId);
      if (!task?.owed) return;
      setOwed(task, undefined);
      await saveTask(context, task, [context.facts.recordOutcome(versionId, 'in', undefined)]);
      context.announce([versionId]);
      start(context, tasks, task);
    },
  };
}

function restore(context: TaskContext, tasks: Tasks, row: JournalRow): void {
  const { versionId, attempt, unsent } = row;
  const elapsed = context.parts.clock.elapsed();
  const task = restoreTask(row, elapsed);
  tasks.set(versionId, task);
  if (attempt) context.usage.restore(versionId, attempt, elapsed);
  if (attempt && attempt.kind !== 'unanswered') context.cooldowns.begin(versionId, hiddenForMs(true, attempt.ageMs));
  if (unsent) void announceUnsent(context, task, unsent);
  start(context, tasks, task);
}

function beat({ parts }: TaskContext, tasks: Tasks): void {
  const open = [...tasks.values()];
  const isBusy = open.some(({ run, intent, closing }) => run ?? intent ?? closing);
  const isOwed = open.some(({ owed }) => owed && !owed.left);
  parts.clock.wakeAfter(isBusy ? HEARTBEAT_MS : isOwed ? OWED_EVERY_MS : undefined);
}

function start(context: TaskContext, tasks: Tasks, task: VersionTask): void {
  const run = runTask(context, task);
  beat(context, tasks);
  void run.then(() => {
    // Another run may go on with it, and by now the version may have another task.
    const isOver = !task.run && !journalRowOf(task, context.parts.clock.elapsed());
    if (isOver && tasks.get(task.versionId) === task) tasks.delete(task.versionId);
    beat(context, tasks);
  });
}

function submit(
  context: TaskContext,
  tasks: Tasks,
  { intent, resolve }: { intent: Intent; resolve(result: Result<VersionFact>): void },
): void {
  const { clock } = context.parts;
  const task = tasks.get(intent.versionId) ?? createTask(intent.versionId);
  tasks.set(intent.versionId, task);
  enqueueIntent(task, { intent, now: clock.now(), elapsed: clock.elapsed(), resolve });
  beat(context, tasks);
  // A worker that is killed before anything is sent leaves the intent to the next.
  void saveTask(context, task).then(() => {
    markTaskWritten(task);
    context.announce([intent.versionId]);
    start(context, tasks, task);
  });
}
