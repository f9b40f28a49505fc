import { createMoments } from '@/entrypoints/background/timing/moments';
import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/timing/replica-lag';
import { createSlots } from '@/entrypoints/background/timing/single-flight';
import { createTurns } from '@/entrypoints/background/timing/turns';
import { createCheckBatch } from '@/entrypoints/background/vault/checks/check-batch';
import { gatherQuotaReads } from '@/entrypoints/background/vault/checks/quota-reads';
import {
  type IsOut,
  type ListedVersion,
  recordChecks,
  recordListed,
} from '@/entrypoints/background/vault/checks/record-checks';
import { createRowLook } from '@/entrypoints/background/vault/checks/row-look';
import { createSessionRemovals, type SessionRemovals } from '@/entrypoints/background/vault/removals/session-removals';
import { createTaskList, type TaskList } from '@/entrypoints/background/vault/task/task-list';
import type { TaskContext } from '@/entrypoints/background/vault/task/task-steps';
import type { VersionId } from '@/utils/civitai/ids';
import type { Intent } from '@/utils/messages/protocol';
import type { Problem, Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import { createCaution } from './caution';
import { LEAVE_TOGETHER_MS, LIST_AT_ONCE, TOGGLES_APART_MS } from './constants';
import { createCooldowns } from './cooldown';
import type { Session, VaultParts } from './ports';
import type { ThrottleGuard } from './throttle-guard';
import { createUsageTracker } from './usage-tracker';
import { createVersionFacts } from './version-facts';

/** The vault of one session, from sign-in to sign-out. */
export type SessionVault = SessionRemovals & {
  session: Session;
  /** Resolves once what is stored was read. */
  ready: Promise<void>;
  submit(intent: Intent): Promise<Result<VersionFact>>;
  check(ids: readonly VersionId[], fresh: boolean): Promise<{ facts: VersionFact[]; problem?: Problem }>;
  /** What is known of the versions, without a request. */
  cachedFacts(ids: readonly VersionId[]): Promise<VersionFact[]>;
  /** Has the worker woken as long as anything is unsettled, and tries again what is due. */
  wake(): void;
  /** `elapsed()` from when on checks of the version count. */
  cooldownEndOf(versionId: VersionId): number;
  /** Facts of the versions that left the vault only to be added again. */
  owed(): Promise<VersionFact[]>;
  /** The user no longer wants that version to be added again. */
  dismissOwed(versionId: VersionId): Promise<void>;
  /**
   * The version was just toggled from elsewhere: its cooldown begins. What our own toggle was answered is history, and does not stand
   * against later checks.
   */
  toggledElsewhere(versionId: VersionId): void;
  /** What a list page says, asked for at `askedAt` (`elapsed()`); `isEveryDouble`: no other version is there more than once. */
  recordListed(listed: readonly ListedVersion[], askedAt: number, isEveryDouble?: boolean): Promise<IsOut>;
};

/** What facts, checks and the steps of a task need of the list, which is made of them. */
function createLateTasks(tasks: () => TaskList) {
  return {
    activityOf: (id: VersionId) => tasks().activityOf(id),
    attemptOf: (id: VersionId) => tasks().attemptOf(id),
    owedOf: (id: VersionId) => tasks().owedOf(id),
    isWriting: () => tasks().isWriting(),
    stayAlive: () => tasks().beat(),
    confirmationAt: (dueAt: number) => tasks().confirmationAt(dueAt),
  };
}

/** What holds requests back, or lets them go one by one. */
function createPaces(clock: VaultParts['clock']) {
  return {
    caution: createCaution(clock),
    takeTurn: createTurns(clock, TOGGLES_APART_MS),
    takeListSlot: createSlots(LIST_AT_ONCE),
    leavingMoment: createMoments(LEAVE_TOGETHER_MS),
  };
}

/** Opens the vault of a session. `single` ends with it (`untilAborted`). */
export function createSessionVault(single: VaultParts, session: Session, throttle: ThrottleGuard): SessionVault {
  const late = createLateTasks(() => tasks);
  const parts = gatherQuotaReads(single, late.isWriting);
  const { clock } = parts;
  const cooldowns = createCooldowns(clock);
  const facts = createVersionFacts({ clock, cooldowns, ...late });
  const context: TaskContext = {
    parts,
    session,
    facts,
    cooldowns,
    ...createPaces(clock),
    throttle,
    // An answer from before the journal was read could not be compared with what a toggle told an earlier worker.
    check: createCheckBatch({
      check: ids => ready.then(() => parts.api.check(ids)),
      clock,
      onAnswer: states => recordChecks(context, states),
      isWriting: late.isWriting,
    }),
    lookAtRows: createRowLook(parts, (listed, askedAt) => void recordListed(context, listed, askedAt)),
    announce: ids => parts.onChange(ids.map(facts.compose), session.session),
    ...late,
    usage: createUsageTracker(),
  };
  const tasks: TaskList = createTaskList(context);
  const ready = load(context, tasks);
  return {
    session,
    ready,
    submit: intent => ready.then(() => tasks.submit(intent)),
    check: (ids, fresh) => checkNow(context, ready, ids, fresh),
    cachedFacts: ids => ready.then(() => ids.map(facts.compose)),
    ...createSessionRemovals(context, tasks, ready),
    wake: tasks.wake,
    cooldownEndOf: cooldowns.endOf,
    owed: () => ready.then(() => tasks.owed().map(facts.compose)),
    dismissOwed: versionId => ready.then(() => tasks.dismiss(versionId)),
    toggledElsewhere: versionId => toggledElsewhere(context, tasks, ready, versionId),
    recordListed: (...listed) => ready.then(() => recordListed(context, ...listed)),
  };
}

async function load({ parts, session, facts, cooldowns, caution }: TaskContext, tasks: TaskList): Promise<void> {
  const stored = await parts.store.load(session.session).catch(() => undefined);
  if (!stored) return;
  const forgotten = facts.load(stored.facts);
  if (forgotten.length > 0) void parts.store.forget(session.session, forgotten).catch(() => undefined);
  caution.restore(stored.lostAt);
  for (const row of stored.cooldowns) cooldowns.restore(row);
  tasks.restore(stored.journal);
}

async function checkNow(
  { check, facts }: TaskContext,
  ready: Promise<void>,
  ids: readonly VersionId[],
  fresh: boolean,
) {
  const [outcomes] = await Promise.all([check(ids, { fresh }), ready]);
  const failed = [...outcomes.values()].find(outcome => !outcome.ok);
  const found = ids.map(facts.compose);
  return failed && !failed.ok ? { facts: found, problem: failed.problem } : { facts: found };
}

function toggledElsewhere(context: TaskContext, tasks: TaskList, ready: Promise<void>, versionId: VersionId): void {
  const { parts, session, cooldowns } = context;
  cooldowns.begin(versionId, LAG_ALLOWANCE_MS);
  parts.usageChanged(session.session, parts.clock.now());
  const cooldown = { versionId, until: parts.clock.now() + LAG_ALLOWANCE_MS };
  void parts.store.save(session.session, { cooldown }).catch(() => false);
  void ready.then(() => tasks.overtake(versionId));
}
