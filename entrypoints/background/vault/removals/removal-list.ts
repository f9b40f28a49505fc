import type { UnsentRow } from '@/entrypoints/background/storage/rows';
import { KEEP_PROBLEM_MS } from '@/entrypoints/background/vault/constants';
import { endPause } from '@/entrypoints/background/vault/task/pause';
import {
  canTakeBack,
  confirmAgain,
  endGrace,
  type QueuedIntent,
} from '@/entrypoints/background/vault/task/queued-intent';
import { saveTask, settleIntent, type TaskContext } from '@/entrypoints/background/vault/task/task-steps';
import { dropNewest, type VersionTask } from '@/entrypoints/background/vault/task/version-task';
import { isOlderThan } from '@/utils/age';
import type { VersionId } from '@/utils/civitai/ids';
import { ok, type Result } from '@/utils/problem';
import { isInVault, type VersionFact } from '@/utils/vault/membership';
import { isRemovalExpired } from './removal-expiry';

type Tasks = ReadonlyMap<VersionId, VersionTask>;

/** What can still be done about removals that no request was made for. `goOn` works on a task that has changed. */
export function createRemovalList(context: TaskContext, tasks: Tasks, goOn: (task: VersionTask) => void) {
  const { clock } = context.parts;
  /** Calls `change` for each version that can be taken back; returns those. */
  const each = (ids: readonly VersionId[], change: (task: VersionTask, removal: QueuedIntent) => void): VersionId[] =>
    ids.filter(id => {
      const task = tasks.get(id);
      const removal = task && openRemovalOf(task);
      if (removal) change(task, removal);
      return removal !== undefined;
    });
  return {
    /** The versions whose removal can be taken back. */
    removals: () => [...tasks.values()].flatMap(task => (openRemovalOf(task) ? task.versionId : [])),

    /** Takes removals back, without a request. Returns those that were not sent, and never will be. */
    takeBack: (ids: readonly VersionId[]) => each(ids, task => void takeBack(context, task).then(() => goOn(task))),

    /** Sends removals without waiting for the end of their grace. */
    sendNow: (ids: readonly VersionId[]) =>
      each(ids, (task, removal) => {
        endGrace(removal);
        context.announce([task.versionId]);
        endPause(task);
      }),

    /** The run of these removals is still on screen: they are as good as confirmed now, but for those that are too old. */
    confirmAgain: (ids: readonly VersionId[]) =>
      each(ids, (_, removal) => {
        if (!isRemovalExpired(context, removal)) confirmAgain(removal, clock.now(), clock.elapsed());
      }),

    /** An addition takes a removal back. The result, where the version is known to be in the vault: then there is nothing to ask. */
    keep(id: VersionId): Result<VersionFact> | undefined {
      const task = tasks.get(id);
      if (!task?.intent || task.next || task.attempt || task.intent.before) return undefined;
      // Within a cooldown it was toggled from elsewhere: what is known may be wrong.
      if (!canTakeBack(task.intent) || !context.cooldowns.isOver(id)) return undefined;
      const { activity: _, ...fact } = context.facts.compose(id);
      if (!isInVault(fact.state)) return undefined;
      void takeBack(context, task).then(() => goOn(task));
      return ok(fact);
    },
  };
}

/** The user hears now what the end of an earlier session has left unsent. */
export async function announceUnsent(context: TaskContext, task: VersionTask, { at }: UnsentRow): Promise<void> {
  const isOld = isOlderThan(KEEP_PROBLEM_MS, at, context.parts.clock.now());
  const problem = { kind: 'removal-unsent', isSignedOut: true } as const;
  await saveTask(context, task, isOld ? [] : [context.facts.recordOutcome(task.versionId, 'out', problem)]);
  context.announce([task.versionId]);
}

function openRemovalOf({ intent, next }: VersionTask): QueuedIntent | undefined {
  const newest = next ?? intent;
  return newest && canTakeBack(newest) ? newest : undefined;
}

/** The callers hear that the version is as it was, or what comes of the addition before. */
async function takeBack(context: TaskContext, task: VersionTask): Promise<void> {
  if (!dropNewest(task)) return settleIntent(context, task);
  await saveTask(context, task);
  context.announce([task.versionId]);
}
