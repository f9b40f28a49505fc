import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/timing/replica-lag';
import { CONFIRM_TOGETHER_MS } from '@/entrypoints/background/vault/constants';
import type { VersionTask } from '@/entrypoints/background/vault/task/version-task';

/**
 * When an answer that no user waits for is confirmed (`elapsed()`): at its own time, or with the last other one that comes due soon after,
 * in one check.
 */
export function confirmationAt(dueAt: number, tasks: Iterable<VersionTask>): number {
  let at = dueAt;
  for (const { attempt, intent } of tasks) {
    if (intent || !attempt || attempt.kind === 'unanswered') continue;
    const othersAt = attempt.since + Math.max(LAG_ALLOWANCE_MS, attempt.checkAtAgeMs);
    if (othersAt > at && othersAt <= dueAt + CONFIRM_TOGETHER_MS) at = othersAt;
  }
  return at;
}
