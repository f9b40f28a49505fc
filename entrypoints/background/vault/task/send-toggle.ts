import type { ApiFailure, ApiResult } from '@/entrypoints/background/api/result';
import type { Vault } from '@/entrypoints/background/api/vault-api';
import type { IntentRow } from '@/entrypoints/background/storage/rows';
import { within } from '@/entrypoints/background/timing/within';
import type { CheckedState } from '@/entrypoints/background/vault/checks/check-batch';
import { freshCheck, isKnownOtherwise, isStale } from '@/entrypoints/background/vault/checks/sending-check';
import { BASELINE_WAIT_MS, MAX_ATTEMPTS } from '@/entrypoints/background/vault/constants';
import { presenceOf } from '@/entrypoints/background/vault/fact-rows';
import { owe } from '@/entrypoints/background/vault/owed';
import { expiryOf, isRemovalExpired } from '@/entrypoints/background/vault/removals/removal-expiry';
import type { Problem } from '@/utils/problem';
import { sizeOfItemKb } from '@/utils/vault/vault-item';
import { openAttempt, sendAttempt } from './attempt';
import { handleAnswer, handleFailure, withdraw } from './handle-response';
import { retryAfterFailure, waitForAgreement, waitMsOf, waitToLeave } from './pause';
import { countAttempt, type QueuedIntent } from './queued-intent';
import { saveTask, settleIntent, showActivity, type TaskContext } from './task-steps';
import { changeAttempt, setAttempt, type VersionTask } from './version-task';

/**
 * One step of an intent while no earlier request is unsettled: know the state, then send at most one request. Returns a check that the
 * next step may still use.
 */
export async function sendIntent(
  context: TaskContext,
  task: VersionTask,
  intent: QueuedIntent,
  earlier: CheckedState | undefined,
): Promise<CheckedState | undefined> {
  const waitMs = waitMsOf(context, task, intent);
  if (!context.session.canWrite) await settleIntent(context, task, { kind: 'read-only-key' });
  else if (waitMs > 0) {
    await waitToLeave(context, task, intent, waitMs);
    return earlier;
  } else if (intent.isOfList) await context.takeListSlot(() => sendOfList(context, task, intent));
  else await checkAndSend(context, task, intent, earlier);
  return undefined;
}

/** Others of its list went first: meanwhile it may have been taken back, or have grown too old. */
async function sendOfList(context: TaskContext, task: VersionTask, intent: QueuedIntent): Promise<void> {
  if (task.intent !== intent || waitMsOf(context, task, intent) > 0) return;
  if (intent.row.attempts > 0 || !isRemovalExpired(context, intent))
    await checkAndSend(context, task, intent, undefined);
}

async function checkAndSend(
  context: TaskContext,
  task: VersionTask,
  intent: QueuedIntent,
  earlier: CheckedState | undefined,
): Promise<void> {
  if (task.step.phase !== 'waiting') showActivity(context, task, 'waiting', intent.row.cause);
  const readAt = context.parts.clock.elapsed();
  const vault = context.parts.api.vault();
  const carriesStreams = context.parts.api.carriesStreams();
  const checked = await freshCheck(context, task, earlier);
  if (task.intent !== intent || !context.cooldowns.isOver(task.versionId)) return;
  if (!checked.ok) return retryAfterFailure(context, task, checked.problem);
  if (presenceOf(checked.item) === intent.row.target) {
    // Another caller's check was asked later and says the opposite: one more, later than both, decides.
    return isKnownOtherwise(context, task, intent) ? undefined : settleIntent(context, task);
  }
  if (isRemovalExpired(context, intent)) return settleIntent(context, task, expiryOf(intent));
  if (intent.row.attempts >= MAX_ATTEMPTS)
    return settleIntent(context, task, intent.row.cause ?? { kind: 'unexpected' });
  if (await waitForAgreement(context, task, checked)) return;
  const [before, isStreamed] = await Promise.all([readUsage(context, vault), carriesStreams]);
  await context.takeTurn();
  if (task.intent !== intent) return;
  if (before === null && intent.row.target === 'in') return settleIntent(context, task, { kind: 'no-vault' });
  const room = before ? roomProblem(intent.row, before) : undefined;
  if (room) return settleIntent(context, task, room);
  return sendToggle(context, task, intent, checked, { usedKb: before?.usedStorageKb, readAt, isStreamed });
}

/** Why an addition is held back: not even the smallest of its files fits. A vault that may hold nothing has another reason. */
function roomProblem({ need }: IntentRow, { storageKb, usedStorageKb }: Vault): Problem | undefined {
  if (!need || storageKb <= 0 || usedStorageKb + need.leastKb <= storageKb) return undefined;
  return { kind: 'over-quota', sizeKb: need.leastKb, freeKb: Math.max(0, storageKb - usedStorageKb) };
}

/** The vault as it is before the request; `null`: there is none; `undefined`: not known in time. */
async function readUsage(
  { parts: { clock } }: TaskContext,
  asked: Promise<ApiResult<Vault | null>>,
): Promise<Vault | null | undefined> {
  const vault = await within(clock, asked, BASELINE_WAIT_MS);
  return vault?.ok ? vault.value : undefined;
}

/** With which figure, read when, and on what kind of connection a request leaves. */
type How = { usedKb: number | undefined; readAt: number; isStreamed: boolean };

/** Written down, then sent once. An intent that was taken back or grew too old while it was being written does not leave. */
async function sendToggle(
  context: TaskContext,
  task: VersionTask,
  intent: QueuedIntent,
  checked: CheckedState,
  how: How,
): Promise<void> {
  const { clock, api } = context.parts;
  openRequest(context, task, intent, checked, how);
  const isWritten = await saveTask(context, task);
  // Another caller's later check may show that it is as intended already.
  const isNoReason =
    isStale(context, checked) ||
    !context.cooldowns.isOver(task.versionId) ||
    context.facts.isKnownAs(task.versionId, intent.row.target);
  if (!isWritten || task.next || isNoReason || isRemovalExpired(context, intent))
    return withdraw(context, task, intent, isWritten);
  changeAttempt(task, attempt => sendAttempt(attempt, clock.elapsed()));
  showActivity(context, task, 'sending');
  const answer = await api.toggle(task.versionId, undefined, how.isStreamed).catch((): ApiFailure => LOST);
  const status = answer.ok ? 200 : answer.status;
  if (status !== undefined) context.throttle.recordAnswer(status, clock.elapsed());
  return answer.ok
    ? handleAnswer(context, task, intent, answer.value.now)
    : handleFailure(context, task, intent, answer);
}

function openRequest(
  { parts: { clock }, usage }: TaskContext,
  task: VersionTask,
  intent: QueuedIntent,
  { item }: CheckedState,
  { usedKb, readAt, isStreamed }: How,
): void {
  const at = clock.elapsed();
  const sizeKb = item ? sizeOfItemKb(item) : undefined;
  const request = { meant: intent.row.target, before: presenceOf(item), sentAt: clock.now(), sizeKb, isStreamed };
  countAttempt(intent);
  if (intent.row.addAgain) owe(task);
  const shared = usage.open(task.versionId, { usedKb, sizeKb, readAt }, at);
  setAttempt(task, openAttempt({ ...request, usedKb: shared }, at));
}

const LOST = { ok: false, sent: 'maybe', problem: { kind: 'unexpected' } } as const satisfies ApiFailure;
