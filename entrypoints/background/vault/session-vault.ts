import type { FactRow } from '@/entrypoints/background/storage/rows';
import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/timing/replica-lag';
import { createTaskList, type TaskList } from '@/entrypoints/background/vault/task/task-list';
import type { TaskContext } from '@/entrypoints/background/vault/task/task-steps';
import type { VersionId } from '@/utils/civitai/ids';
import type { Intent } from '@/utils/messages/protocol';
import type { Problem, Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import { sizeOfItemKb, type VaultItem } from '@/utils/vault/vault-item';
import { createCaution } from './caution';
import { type CheckedState, createCheckBatch } from './check-batch';
import { createCooldowns } from './cooldown';
import type { Session, VaultParts } from './ports';
import type { ThrottleGuard } from './throttle-guard';
import { createUsageTracker } from './usage-tracker';
import { createVersionFacts, isNews } from './version-facts';

/** A version that a list page showed; `copies`: how often the vault holds it. */
export type ListedVersion = { versionId: VersionId; item: CheckedState['item']; copies?: number };

/** Whether the version is known to be out at the moment of the call. */
export type IsOut = (versionId: VersionId) => boolean;

/** The vault of one session, from sign-in to sign-out. */
export type SessionVault = {
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
  /** What a list page says, asked for at `askedAt` (`elapsed()`). */
  recordListed(listed: readonly ListedVersion[], askedAt: number): Promise<IsOut>;
};

/** Opens the vault of a session. `parts` end with it (`untilAborted`). */
export function createSessionVault(parts: VaultParts, session: Session, throttle: ThrottleGuard): SessionVault {
  const { clock } = parts;
  const cooldowns = createCooldowns(clock);
  const facts = createVersionFacts({
    clock,
    cooldowns,
    activityOf: id => tasks.activityOf(id),
    attemptOf: id => tasks.attemptOf(id),
    owedOf: id => tasks.owedOf(id),
  });
  const context: TaskContext = {
    parts,
    session,
    facts,
    cooldowns,
    caution: createCaution(clock),
    throttle,
    // An answer from before the journal was read could not be compared with what a toggle told an earlier worker.
    check: createCheckBatch({
      check: ids => ready.then(() => parts.api.check(ids)),
      clock,
      onAnswer: states => recordChecks(context, states),
    }),
    announce: ids => parts.onChange(ids.map(facts.compose), session.session),
    stayAlive: () => tasks.beat(),
    usage: createUsageTracker(),
  };
  const tasks = createTaskList(context);
  const ready = load(context, tasks);
  return {
    session,
    ready,
    submit: intent => ready.then(() => tasks.submit(intent)),
    check: (ids, fresh) => checkNow(context, ready, ids, fresh),
    cachedFacts: ids => ready.then(() => ids.map(facts.compose)),
    wake: tasks.wake,
    cooldownEndOf: cooldowns.endOf,
    owed: () => ready.then(() => tasks.owed().map(facts.compose)),
    dismissOwed: versionId => ready.then(() => tasks.dismiss(versionId)),
    toggledElsewhere: versionId => toggledElsewhere(context, tasks, ready, versionId),
    recordListed: (listed, askedAt) => ready.then(() => recordListed(context, listed, askedAt)),
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
  const cooldown = { versionId, until: parts.clock.now() + LAG_ALLOWANCE_MS };
  void parts.store.save(session.session, { cooldown }).catch(() => false);
  void ready.then(() => tasks.overtake(versionId));
}

function recordListed(context: TaskContext, listed: readonly ListedVersion[], askedAt: number): IsOut {
  const asked = { askedAt, askedOn: context.parts.clock.now(), isListed: true };
  const copies = listed.flatMap(row => (row.copies === undefined ? [] : [[row.versionId, row.copies] as const]));
  recordChecks(context, new Map(listed.map(({ versionId, item }) => [versionId, { item, ...asked }])), new Map(copies));
  return versionId => context.facts.isKnownAs(versionId, 'out');
}

/** Takes answers over, stores them, and announces what they change. */
function recordChecks(
  { parts, session, facts, announce }: TaskContext,
  states: ReadonlyMap<VersionId, CheckedState>,
  copies?: ReadonlyMap<VersionId, number>,
): void {
  const changed: VersionId[] = [];
  const rows: FactRow[] = [];
  const items: VaultItem[] = [];
  for (const [id, state] of states) {
    const before = facts.compose(id);
    const count = copies?.get(id);
    if (count !== undefined) facts.countCopies(id, count, state.item ? sizeOfItemKb(state.item) : 0);
    const row = facts.recordCheck(id, state);
    if (row) rows.push(row);
    // The mirror itself keeps the items that a list showed; those of a check are kept here.
    if (row && state.item && !state.isListed) items.push(state.item);
    if (isNews(before, facts.compose(id))) changed.push(id);
  }
  if (rows.length > 0) void parts.store.save(session.session, { facts: rows, items }).catch(() => false);
  if (changed.length > 0) announce(changed);
}
