import type { Clock } from '@/entrypoints/background/timing/clock';
import { setOwed, type VersionTask } from '@/entrypoints/background/vault/task/version-task';
import { isOlderThan } from '@/utils/age';
import type { Problem } from '@/utils/problem';
import type { Target } from '@/utils/vault/membership';
import { OWED_EVERY_MS } from './constants';
import type { VersionFacts } from './version-facts';

/** The version is about to leave the vault, or has left it, only to be added again. */
export function owe(task: VersionTask): void {
  setOwed(task, task.owed ?? { triedAt: 0 });
}

/** What the outcome of an intent means for a version that has to be added again. */
export function settleOwed(
  { parts: { clock }, facts }: { parts: { clock: Pick<Clock, 'now'> }; facts: Pick<VersionFacts, 'isKnownAs'> },
  task: VersionTask,
  target: Target,
  problem: Problem | undefined,
): void {
  if (!task.owed) return;
  // What the site has answered still has to be confirmed: until then, nothing is certain.
  const isBack = target === 'in' ? !problem && !task.attempt : problem && facts.isKnownAs(task.versionId, 'in');
  if (isBack && task.attempt?.kind !== 'unanswered') setOwed(task, undefined);
  else if (target === 'in') setOwed(task, { triedAt: clock.now() });
}

/** True if the version should be added now. After a sign-out only the user decides that. */
export function isOwedDue({ owed, attempt }: VersionTask, clock: Pick<Clock, 'now'>): boolean {
  return owed !== undefined && !owed.left && !attempt && isOlderThan(OWED_EVERY_MS, owed.triedAt, clock.now());
}
