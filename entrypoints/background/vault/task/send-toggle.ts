import type { ApiFailure } from '@/entrypoints/background/api/result';
import type { Vault } from '@/entrypoints/background/api/vault-item';
import type { AttemptRow } from '@/entrypoints/background/storage/rows';
import type { CheckedState } from '@/entrypoints/background/vault/check-batch';
import {
  BASELINE_WAIT_MS,
  CHECK_REUSE_MS,
  CHECK_TOO_OLD_MS,
  CLOCK_SLACK_MS,
  MAX_ATTEMPTS,
} from '@/entrypoints/background/vault/constants';
import { presenceOf } from '@/entrypoints/background/vault/version-facts';
import type { Problem } from '@/utils/problem';
import { sizeOfItemKb } from '@/utils/vault/vault-item';
import { handleAnswer, handleFailure, withdraw } from './handle-response';
import {
  checkNow,
  isExpired,
  pause,
  retryAfterFailure,
  saveTask,
  settleIntent,
  showActivity,
  type TaskContext,
} from './task-steps';
import type { QueuedIntent, VersionTask } from './version-task';

/** One step of an intent while no earlier request is in question: know the state, then send at most one request. */
export async function sendIntent(context: TaskContext, task: VersionTask, intent: QueuedIntent): Promise<void> {
  const { clock } = context.parts;
  if (!context.session.canWrite) return settleIntent(context, task, { kind: 'read-only-key' });
  const mayLeaveAt = Math.max(intent.retryAt, context.cooldownUntil(task.versionId), context.throttle.opensAt());
  const wait = mayLeaveAt - clock.elapsed();
  if (wait > 0) return pause(context, task, wait);
  if (task.step.phase !== 'waiting') showActivity(context, task, 'waiting', intent.row.cause);
  const readAt = clock.elapsed();
  const usage = readUsage(context);
  const seen = await freshCheck(context, task);
  if (task.intent !== intent || isCoolingDown(context, task)) return;
  if (!seen.ok) return retryAfterFailure(context, task, seen.problem);
  if (presenceOf(seen.item) === intent.row.target) {
    // A look of somebody else was asked later and says the opposite: one more, later than both, decides.
    return isKnownOtherwise(context, task, intent) ? undefined : settleIntent(context, task);
  }
  if (isExpired(context, intent)) return settleIntent(context, task, expiryOf(intent));
  if (intent.row.attempts >= MAX_ATTEMPTS)
    return settleIntent(context, task, intent.row.cause ?? { kind: 'unexpected' });
  const before = await usage;
  if (task.intent !== intent) return;
  if (before === null && intent.row.target === 'in') return settleIntent(context, task, { kind: 'no-vault' });
  return sendToggle(context, task, intent, seen, { usedKb: before?.usedStorageKb, readAt });
}

/** True if the version was toggled by somebody else a moment ago: what was looked up is worth nothing. */
function isCoolingDown({ parts: { clock }, cooldownUntil }: TaskContext, { versionId }: VersionTask): boolean {
  return cooldownUntil(versionId) > clock.elapsed();
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

/** The vault as it is before; `null`: there is none; `undefined`: not known in time. */
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
  seen: CheckedState,
  usage: Usage,
): Promise<void> {
  const { clock, api } = context.parts;
  const { item } = seen;
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
  context.usage.enter(task.versionId, attempt, usage.readAt, clock.elapsed());
  const isWritten = await saveTask(context, task);
  // A look of somebody else may have overtaken ours and show that it is as intended already.
  const isNoReason =
    isStale(context, seen) ||
    isCoolingDown(context, task) ||
    context.facts.isKnownAs(task.versionId, intent.row.target);
  if (!isWritten || task.next || isNoReason || isExpired(context, intent))
    return withdraw(context, task, intent, isWritten);
  task.attemptAgeAsOf = clock.elapsed();
  showActivity(context, task, 'sending');
  const answer = await api.toggle(task.versionId).catch((): ApiFailure => LOST);
  const status = answer.ok ? 200 : answer.status;
  if (status !== undefined) context.throttle.note(status, clock.elapsed());
  if (!answer.ok) return handleFailure(context, task, intent, attempt, answer);
  return handleAnswer(context, task, intent, attempt, answer.value.now);
}

/** True if time has passed since the look that nobody lived through: a sleeping laptop. One of the clocks knows. */
function isStale({ parts: { clock } }: TaskContext, { askedAt, askedOn }: CheckedState): boolean {
  const dated = clock.now() - askedOn;
  return clock.elapsed() - askedAt > CHECK_TOO_OLD_MS || dated > CHECK_TOO_OLD_MS || dated < -CLOCK_SLACK_MS;
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
