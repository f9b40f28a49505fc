import type { ApiFailure } from '@/entrypoints/background/api/result';
import type { AttemptRow } from '@/entrypoints/background/storage/rows';
import { backoffMs, LONGEST_WAIT_MS } from '@/entrypoints/background/timing/backoff';
import { LAST_COMMIT_MS } from '@/entrypoints/background/timing/replica-lag';
import { explainRefusal, hasHandlerAnswered, isRefused } from '@/entrypoints/background/vault/explain-refusal';
import { presenceOf } from '@/entrypoints/background/vault/fact-rows';
import { checkNow, retryAfterFailure, saveTask, settleIntent, type TaskContext } from './task-steps';
import { ageAttempt, type QueuedIntent, type VersionTask } from './version-task';

/** Nothing was sent after all. */
export async function withdraw(
  context: TaskContext,
  task: VersionTask,
  intent: QueuedIntent,
  isWritten: boolean,
): Promise<void> {
  task.attempt = undefined;
  intent.row.attempts -= 1;
  context.usage.close(task.versionId, context.parts.clock.elapsed());
  if (!isWritten) return settleIntent(context, task, { kind: 'unexpected' });
  await saveTask(context, task);
}

/** The answer is the state. The opposite of what was asked means that the version was toggled from elsewhere at the same time. */
export async function handleAnswer(
  context: TaskContext,
  task: VersionTask,
  intent: QueuedIntent,
  attempt: AttemptRow,
  now: 'in' | 'out',
) {
  answerAttempt(context, task, attempt, now);
  // If the site's own button was pressed meanwhile, the answer is recorded but proves nothing.
  task.isAnswerFresh = !attempt.overtaken;
  const fact = context.facts.recordAnswer(task.versionId, now);
  const { target, contradicted } = intent.row;
  if (now === target) return settleIntent(context, task);
  const problem = { kind: 'contradicted', target, now } as const;
  if (contradicted) return settleIntent(context, task, problem);
  intent.row.contradicted = true;
  intent.row.cause = problem;
  await saveTask(context, task, [fact]);
  context.announce([task.versionId]);
}

function answerAttempt(context: TaskContext, task: VersionTask, attempt: AttemptRow, answer: 'in' | 'out'): void {
  attempt.answer = answer;
  attempt.ageMs = 0;
  task.attemptAgeAsOf = context.parts.clock.elapsed();
  context.usage.close(task.versionId, task.attemptAgeAsOf);
}

/** Without an answer: it never left, or it was refused, or checks have to find out what it did. */
export async function handleFailure(
  context: TaskContext,
  task: VersionTask,
  intent: QueuedIntent,
  attempt: AttemptRow,
  failure: ApiFailure,
) {
  const { clock } = context.parts;
  if (failure.sent === 'no') {
    await withdraw(context, task, intent, true);
    return task.intent === intent ? retryAfterFailure(context, task, failure.problem) : undefined;
  }
  if (isRefused(failure)) return handleRefusal(context, task, intent, attempt, failure);
  intent.row.cause = failure.problem;
  const askedMs = Math.min(failure.retryAfterMs ?? 0, LONGEST_WAIT_MS);
  intent.retryAt = clock.elapsed() + Math.max(askedMs, backoffMs(intent.row.attempts, failure.problem, context.parts));
  ageAttempt(task, clock.elapsed());
  if (hasHandlerAnswered(failure)) attempt.ageMs = Math.max(attempt.ageMs, LAST_COMMIT_MS);
  await saveTask(context, task);
}

/** Refused for good: nothing changed. One check makes sure before the reason is shown. */
async function handleRefusal(
  context: TaskContext,
  task: VersionTask,
  intent: QueuedIntent,
  attempt: AttemptRow,
  failure: ApiFailure,
) {
  answerAttempt(context, task, attempt, attempt.before);
  await saveTask(context, task);
  const checked = await checkNow(context, task);
  // Meanwhile another intent may have taken its place, with all callers who wait.
  if (task.intent !== intent) return;
  const { target } = intent.row;
  if (checked.ok && presenceOf(checked.item) === target) {
    // Refused, and yet as intended: another device, a replica that lags, or a wrong refusal. Only later checks can tell.
    attempt.answer = undefined;
    attempt.ageMs = LAST_COMMIT_MS;
    attempt.seen = target;
    task.attemptAgeAsOf = context.parts.clock.elapsed();
    await saveTask(context, task);
    return;
  }
  const problem = await explainRefusal(context.parts, task.versionId, target, failure);
  if (task.intent === intent) return settleIntent(context, task, problem);
}
