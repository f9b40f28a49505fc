import { CHECK_REUSE_MS, CHECK_TOO_OLD_MS } from '@/entrypoints/background/vault/constants';
import type { QueuedIntent } from '@/entrypoints/background/vault/task/queued-intent';
import { checkNow, type TaskContext } from '@/entrypoints/background/vault/task/task-steps';
import type { VersionTask } from '@/entrypoints/background/vault/task/version-task';
import { isOlderThan } from '@/utils/age';
import type { CheckedState, CheckOutcome } from './check-batch';

/** The check that a request is sent on; `earlier` if that is young enough. */
export async function freshCheck(
  context: TaskContext,
  task: VersionTask,
  earlier: CheckedState | undefined,
): Promise<CheckOutcome> {
  const isFresh = earlier && context.parts.clock.elapsed() - earlier.askedAt <= CHECK_REUSE_MS;
  return isFresh ? { ok: true, ...earlier } : checkNow(context, task);
}

/** True if the check is too old to act on, as after the computer slept. One of the two clocks counts that time. */
export function isStale({ parts: { clock } }: TaskContext, { askedAt, askedOn }: CheckedState): boolean {
  return clock.elapsed() - askedAt >= CHECK_TOO_OLD_MS || isOlderThan(CHECK_TOO_OLD_MS, askedOn, clock.now());
}

/** True if another caller's later check says the opposite of what is intended. */
export function isKnownOtherwise({ facts }: TaskContext, { versionId }: VersionTask, { row }: QueuedIntent): boolean {
  return facts.isKnownAs(versionId, row.target === 'in' ? 'out' : 'in');
}
