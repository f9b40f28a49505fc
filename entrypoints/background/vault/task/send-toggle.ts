import type { ApiFailure } from '@/entrypoints/background/api/result';
import type { Vault } from '@/entrypoints/background/api/vault-api';
import type { AttemptRow } from '@/entrypoints/background/storage/rows';
import type { CheckedState } from '@/entrypoints/background/vault/check-batch';
import {
  BASELINE_WAIT_MS,
  CHECK_REUSE_MS,
  CHECK_TOO_OLD_MS,
  CLOCK_SLACK_MS,
  MAX_ATTEMPTS,
} from '@/entrypoints/background/vault/constants';
import { presenceOf } from '@/entrypoints/background/vault/fact-rows';
import type { Problem } from '@/utils/problem';
import { sizeOfItemKb } from '@/utils/vault/vault-item';
import { handleAnswer, handleFailure, withdraw } from './handle-response';
import { isExpired } from './removal-expiry';
import {
  checkNow,
  pause,
  retryAfterFailure,
  saveTask,
  settleIntent,
  showActivity,
  type TaskContext,
} from './task-steps';
import type { QueuedIntent, VersionTask } from './version-task';

/** One step of an intent while no earlier request is unsettled: know the state, then send at most one request. */
export async function sendIntent(context: TaskContext, task: VersionTask, intent: QueuedIntent): Promise<void> {
  const { clock } = context.parts;
  if (!context.session.canWrite) return settleIntent(context, task, { kind: 'read-only-key' });
  const mayLeaveAt = Math.max(intent.retryAt, context.cooldowns.endOf(task.versionId), context.throttle.opensAt());
  const wait = mayLeaveAt - clock.elapsed();
  if (wait > 0) return pause(context, task, wait);
  if (task.step.phase !== 'waiting') showActivity(context, task, 'waiting', intent.row.cause);
  const readAt = clock.elapsed();
  const usage = readUsage(context);
  const checked = await freshCheck(context, task);
  if (task.intent !== intent || !context.cooldowns.isOver(task.versionId)) return;
  if (!checked.ok) return retryAfterFailure(context, task, checked.problem);
  if (presenceOf(checked.item) === intent.row.target) {
    // Another caller's check was asked later and says the opposite: one more, later than both, decides.
    return isKnownOtherwise(context, task, intent) ? undefined : settleIntent(context, task);
  }
  if (isExpired(context, intent)) return settleIntent(context, task, expiryOf(intent));
  if (intent.row.attempts >= MAX_ATTEMPTS)
    return settleIntent(context, task, intent.row.cause ?? { kind: 'unexpected' });
  const before = await usage;
  if (task.intent !== intent) return;
  if (before === null && intent.row.target === 'in') return settleIntent(context, task, { kind: 'no-vault' });
  return sendToggle(context, task, intent, checked, { usedKb: before?.usedStorageKb, readAt });
}

function isKnownOtherwise({ facts }: TaskContext, { versionId }: VersionTask, { row }: QueuedIntent): boolean {
  return facts.isKnownAs(versionId, row.target === 'in' ? 'out' : 'in');
}

async function freshCheck(context: TaskContext, task: VersionTask) {
  const { freshCheck } = task;
  task.freshCheck = undefined;
  if (freshCheck && context.parts.clock.elapsed() - freshCheck.askedAt <= CHECK_REUSE_MS)
    return { ok: true, ...freshCheck } as const;
  return checkNow(context, task);
}

/** The vault as it is before the request; `null`: there is none; `undefined`: not known in time. */
async function readUsage({ parts: { api, clock } }: TaskContext): Promise<Vault | null | undefined> {
  const enough = new AbortController();
  const answer = api.vault().then(
    result => (result.ok ? result.value : undefined),
    () => undefined,
  );
  const value = await Promise.race([answer, clock.sleep(BASELINE_WAIT_MS, enough.signal).then(() => undefined)]);
  enough.abort();
  return value;
}

type Usage = { usedKb: number | undefined; readAt: number };

/** Written down, then sent once. An intent that was taken back or grew too old while it was being written does not leave. */
async function sendToggle(
  context: TaskContext,
  task: VersionTask,
  intent: QueuedIntent,
  checked: CheckedState,
  usage: Usage,
): Promise<void> {
  const { clock, api } = context.parts;
  const { item } = checked;
  const attempt: AttemptRow = {
    meant: intent.row.target,
    before: presenceOf(item),
    sentAt: clock.now(),
    ageMs: 0,
    answer: undefined,
    usedKb: usage.usedKb,
    sizeKb: item ? sizeOfItemKb(item) : undefined,
    seen: undefined,
    disputed: false,
  };
  openAttempt(task, intent, attempt, clock.elapsed());
  context.usage.open(task.versionId, attempt, usage.readAt, clock.elapsed());
  const isWritten = await saveTask(context, task);
  // Another caller's later check may show that it is as intended already.
  const isNoReason =
    isStale(context, checked) ||
    !context.cooldowns.isOver(task.versionId) ||
    context.facts.isKnownAs(task.versionId, intent.row.target);
  if (!isWritten || task.next || isNoReason || isExpired(context, intent))
    return withdraw(context, task, intent, isWritten);
  task.attemptAgeAsOf = clock.elapsed();
  showActivity(context, task, 'sending');
  const answer = await api.toggle(task.versionId).catch((): ApiFailure => LOST);
  const status = answer.ok ? 200 : answer.status;
  if (status !== undefined) context.throttle.recordAnswer(status, clock.elapsed());
  if (!answer.ok) return handleFailure(context, task, intent, attempt, answer);
  return handleAnswer(context, task, intent, attempt, answer.value.now);
}

/** True if the check is too old to act on, as after the computer slept. One of the two clocks counts that time. */
function isStale({ parts: { clock } }: TaskContext, { askedAt, askedOn }: CheckedState): boolean {
  const ageMs = clock.now() - askedOn;
  return clock.elapsed() - askedAt > CHECK_TOO_OLD_MS || ageMs > CHECK_TOO_OLD_MS || ageMs < -CLOCK_SLACK_MS;
}

function openAttempt(task: VersionTask, intent: QueuedIntent, attempt: AttemptRow, at: number): void {
  intent.row.attempts += 1;
  task.attempt = attempt;
  task.attemptAgeAsOf = at;
  task.isAnswerFresh = false;
  task.checkAtAgeMs = 0;
  task.failedChecks = 0;
}

function expiryOf({ row }: QueuedIntent): Problem {
  return row.contradicted && row.cause ? row.cause : { kind: 'removal-expired' };
}

const LOST = { ok: false, sent: 'maybe', problem: { kind: 'unexpected' } } as const satisfies ApiFailure;
