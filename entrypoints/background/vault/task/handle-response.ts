import type { ApiFailure } from '@/entrypoints/background/api/result';
import { backoffMs, LONGEST_WAIT_MS } from '@/entrypoints/background/timing/backoff';
import { explainRefusal, hasHandlerAnswered, isRefused } from '@/entrypoints/background/vault/explain-refusal';
import { presenceOf } from '@/entrypoints/background/vault/fact-rows';
import type { Target } from '@/utils/vault/membership';
import { answerAttempt, endCommitTime, refuseAttempt, reopenRefused } from './attempt';
import { retryAfterFailure } from './pause';
import { contradict, type QueuedIntent, retryLater, uncountAttempt } from './queued-intent';
import { checkNow, saveTask, settleIntent, type TaskContext } from './task-steps';
import { changeAttempt, setAttempt, setOwed, type VersionTask } from './version-task';

/** Nothing was sent after all. */
export async function withdraw(
  context: TaskContext,
  task: VersionTask,
  intent: QueuedIntent,
  isWritten: boolean,
): Promise<void> {
  setAttempt(task, undefined);
  uncountAttempt(intent);
  if (intent.row.addAgain) setOwed(task, undefined);
  context.usage.close(task.versionId, context.parts.clock.elapsed());
  if (!isWritten) return settleIntent(context, task, { kind: 'unexpected' });
  await saveTask(context, task);
}

/** The answer is the state. The opposite of what was asked means that the version was toggled from elsewhere at the same time. */
export async function handleAnswer(
  context: TaskContext,
  task: VersionTask,
  intent: QueuedIntent,
  now: Target,
): Promise<void> {
  const at = context.parts.clock.elapsed();
  reportUsage(context, task, changedKb(task, now));
  changeAttempt(task, attempt => answerAttempt(attempt, now, at));
  context.usage.close(task.versionId, at);
  const fact = context.facts.recordAnswer(task.versionId, now);
  const { target, contradicted } = intent.row;
  if (now === target) return settleIntent(context, task);
  const problem = { kind: 'contradicted', target, now } as const;
  if (contradicted) return settleIntent(context, task, problem);
  contradict(intent, problem);
  await saveTask(context, task, [fact]);
  context.announce([task.versionId]);
}

function reportUsage({ parts, session }: TaskContext, { attempt }: VersionTask, kb?: number): void {
  if (attempt) parts.usageChanged(session.session, attempt.sentAt, kb);
}

/** By how much an answer has changed the storage used, KB; `undefined` where that isn't certain. */
function changedKb({ attempt, intent }: VersionTask, now: Target): number | undefined {
  if (!attempt || attempt.before === now) return undefined;
  if (now === 'out') return attempt.sizeKb && -attempt.sizeKb;
  const { need } = intent?.row ?? {};
  // Both ends are whole (fit.ts).
  return need && need.leastKb >= 0 && need.mostKb - need.leastKb <= 1 ? need.mostKb : undefined;
}

/** Without an answer: it never left, or it was refused, or checks have to find out what it did. */
export async function handleFailure(
  context: TaskContext,
  task: VersionTask,
  intent: QueuedIntent,
  failure: ApiFailure,
): Promise<void> {
  const { clock } = context.parts;
  if (failure.sent === 'no') {
    await withdraw(context, task, intent, true);
    return task.intent === intent ? retryAfterFailure(context, task, failure.problem) : undefined;
  }
  // Refused, it may be because others have changed the vault.
  reportUsage(context, task);
  if (isRefused(failure)) return handleRefusal(context, task, intent, failure);
  const askedMs = Math.min(failure.retryAfterMs ?? 0, LONGEST_WAIT_MS);
  const waitMs = Math.max(askedMs, backoffMs(intent.row.attempts, failure.problem, context.parts));
  retryLater(intent, failure.problem, clock.elapsed() + waitMs);
  if (hasHandlerAnswered(failure)) changeAttempt(task, attempt => endCommitTime(attempt, clock.elapsed()));
  await saveTask(context, task);
}

/** Refused for good: nothing changed. One check makes sure before the reason is shown. */
async function handleRefusal(
  context: TaskContext,
  task: VersionTask,
  intent: QueuedIntent,
  failure: ApiFailure,
): Promise<void> {
  const { clock } = context.parts;
  changeAttempt(task, attempt => refuseAttempt(attempt, clock.elapsed()));
  context.usage.close(task.versionId, clock.elapsed());
  await saveTask(context, task);
  const checked = await checkNow(context, task);
  // Meanwhile another intent may have taken its place, with all callers who wait.
  if (task.intent !== intent) return;
  const { target } = intent.row;
  if (checked.ok && presenceOf(checked.item) === target) {
    // Refused, and yet as intended: another device, a replica that lags, or a wrong refusal.
    changeAttempt(task, attempt => reopenRefused(attempt, clock.elapsed()));
    await saveTask(context, task);
    return;
  }
  const problem = await explainRefusal(context.parts, task.versionId, target, failure);
  if (task.intent === intent) return settleIntent(context, task, problem);
}
