import { cooldownLeftMs } from '@/entrypoints/background/storage/cooldown-rows';
import type { FactRow } from '@/entrypoints/background/storage/rows';
import { HEARTBEAT_MS } from '@/entrypoints/background/timing/clock';
import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/timing/replica-lag';
import { enqueueIntent } from '@/entrypoints/background/vault/task/enqueue-intent';
import { restoreTask } from '@/entrypoints/background/vault/task/restore-task';
import { runTask } from '@/entrypoints/background/vault/task/run-task';
import { saveTask, type TaskContext } from '@/entrypoints/background/vault/task/task-steps';
import {
  activityOf,
  createTask,
  journalRowOf,
  overtakeAttempt,
  type VersionTask,
} from '@/entrypoints/background/vault/task/version-task';
import type { VersionId } from '@/utils/civitai/ids';
import type { Intent } from '@/utils/messages/protocol';
import type { Problem, Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { VaultItem } from '@/utils/vault/vault-item';
import { type CheckedState, createCheckBatch } from './check-batch';

import type { Session, VaultParts } from './ports';
import type { ThrottleGuard } from './throttle-guard';
import { createUsageTracker } from './usage-tracker';
import { createVersionFacts } from './version-facts';

/** A version a list page told of. */
export type ListedVersion = { versionId: VersionId; item: CheckedState['item']; copies?: number };

export type SessionVault = ReturnType<typeof createSessionVault>;

/** The vault of one session, from sign-in to sign-out. `parts` end with it (`untilAborted`). */
export function createSessionVault(parts: VaultParts, session: Session, throttle: ThrottleGuard) {
  const { clock, store } = parts;
  const tasks = new Map<VersionId, VersionTask>();
  const facts = createVersionFacts({
    clock,
    activityOf: id => {
      const task = tasks.get(id);
      return task && activityOf(task);
    },
    attemptOf: id => tasks.get(id)?.attempt,
  });
  /** Until when (`elapsed()`) checks of which versions say nothing. */
  const cooldowns = new Map<VersionId, number>();
  // An answer that came before what is stored could not be weighed against what a toggle told an earlier worker.
  const check = createCheckBatch({ check: ids => ready.then(() => parts.api.check(ids)), clock, onAnswer: learn });
  const context: TaskContext = {
    parts,
    session,
    facts,
    check,
    announce,
    stayAlive: beat,
    usage: createUsageTracker(),
    throttle,
    cooldownUntil: id => cooldowns.get(id) ?? 0,
  };
  const ready = load();

  function announce(ids: readonly VersionId[]): void {
    parts.onChange(
      ids.map(id => facts.compose(id)),
      session.session,
    );
  }

  function learn(sightings: ReadonlyMap<VersionId, CheckedState>, copies?: ReadonlyMap<VersionId, number>): void {
    const changed: VersionId[] = [];
    const rows: FactRow[] = [];
    const items: VaultItem[] = [];
    for (const [id, sighting] of sightings) {
      const before = facts.compose(id);
      const count = copies?.get(id);
      if (count !== undefined) facts.countCopies(id, count);
      const row = facts.learn(id, sighting);
      if (row) rows.push(row);
      // Who reads the list keeps its items; a check's have nobody else.
      if (row && sighting.item && !sighting.isListed) items.push(sighting.item);
      if (isNews(before, facts.compose(id))) changed.push(id);
    }
    if (rows.length > 0) void store.save(session.session, { facts: rows, items }).catch(() => false);
    if (changed.length > 0) announce(changed);
  }

  async function load(): Promise<void> {
    const stored = await store.load(session.session).catch(() => ({ journal: [], facts: [], cooldowns: [] }));
    const forgotten = facts.load(stored.facts);
    if (forgotten.length > 0) void store.forget(session.session, forgotten).catch(() => undefined);
    for (const row of stored.cooldowns) stayQuiet(row.versionId, cooldownLeftMs(row, clock.now()));
    for (const row of stored.journal) {
      const task = restoreTask(row, clock);
      tasks.set(row.versionId, task);
      const { attempt } = task;
      if (attempt) context.usage.revive(row.versionId, attempt, clock.elapsed());
      if (attempt?.answer) facts.deafen(row.versionId, clock.elapsed() + LAG_ALLOWANCE_MS - attempt.ageMs);
      start(task);
    }
  }

  /** Checks of the version say nothing for `ms`, and nothing is sent for it. */
  function stayQuiet(versionId: VersionId, ms: number): void {
    const until = Math.max(clock.elapsed() + ms, cooldowns.get(versionId) ?? 0);
    cooldowns.set(versionId, until);
    facts.deafen(versionId, until);
  }

  function overtake(versionId: VersionId): void {
    const task = tasks.get(versionId);
    if (!task?.attempt) return;
    overtakeAttempt(task, task.attempt, clock.elapsed());
    void saveTask(context, task);
    task.pauseEnd?.abort();
  }

  function start(task: VersionTask): void {
    beat();
    void runTask(context, task).then(() => {
      if (!journalRowOf(task)) tasks.delete(task.versionId);
      beat();
    });
  }

  /** As long as anything is unsettled, the worker is woken even from the dead. */
  function beat(): void {
    clock.wakeAfter(tasks.size > 0 ? HEARTBEAT_MS : undefined);
  }

  async function submit(intent: Intent): Promise<Result<VersionFact>> {
    await ready;
    return new Promise(resolve => {
      const task = tasks.get(intent.versionId) ?? createTask(intent.versionId);
      tasks.set(intent.versionId, task);
      enqueueIntent(task, { intent, now: clock.now(), elapsed: clock.elapsed(), resolve });
      beat();
      // A worker that is killed before anything is sent still knows what was asked.
      void saveTask(context, task).then(() => {
        for (const intent of [task.intent, task.next]) if (intent) intent.isWritten = true;
        announce([intent.versionId]);
        start(task);
      });
    });
  }

  async function checkVersions(
    ids: readonly VersionId[],
    fresh: boolean,
  ): Promise<{ facts: VersionFact[]; problem?: Problem }> {
    const [answer] = await Promise.all([check(ids, { fresh }), ready]);
    const problem = [...answer.values()].find(seen => !seen.ok);
    const found = ids.map(id => facts.compose(id));
    return problem && !problem.ok ? { facts: found, problem: problem.problem } : { facts: found };
  }

  return {
    session,
    ready,
    submit,
    check: checkVersions,
    /** What is known of the versions, without a request. */
    async cachedFacts(ids: readonly VersionId[]): Promise<VersionFact[]> {
      await ready;
      return ids.map(id => facts.compose(id));
    },
    beat,
    /**
     * A toggle that is not ours has just gone out: checks say nothing, and nothing is sent, until every replica knows of it. What ours
     * was answered is no longer how it is, and must not stand against what checks say from then on.
     */
    toggledElsewhere(versionId: VersionId): void {
      stayQuiet(versionId, LAG_ALLOWANCE_MS);
      const row = { versionId, until: clock.now() + LAG_ALLOWANCE_MS };
      void store.save(session.session, { cooldown: row }).catch(() => false);
      void ready.then(() => overtake(versionId));
    },
    /** What a list page says, asked for at `askedAt` (`elapsed()`). */
    async recordListed(listed: readonly ListedVersion[], askedAt: number): Promise<void> {
      await ready;
      const asked = { askedAt, askedOn: clock.now(), isListed: true };
      const counted = listed.flatMap(({ versionId, copies }) =>
        copies === undefined ? [] : [[versionId, copies] as const],
      );
      learn(new Map(listed.map(({ versionId, item }) => [versionId, { item, ...asked }])), new Map(counted));
    },
  };
}

function isNews(before: VersionFact, after: VersionFact): boolean {
  return (
    before.state !== after.state ||
    before.itemId !== after.itemId ||
    before.sizeKb !== after.sizeKb ||
    before.problem !== after.problem
  );
}
