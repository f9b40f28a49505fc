import type { FactRow, OwedRow } from '@/entrypoints/background/storage/rows';
import type { Clock } from '@/entrypoints/background/timing/clock';
import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/timing/replica-lag';
import type { CheckedState } from '@/entrypoints/background/vault/checks/check-batch';
import { type Attempt, standingAnswer } from '@/entrypoints/background/vault/task/attempt';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import type { Activity, Target, VersionFact } from '@/utils/vault/membership';
import type { Cooldowns } from './cooldown';
import { type Copies, createCopies } from './copies';
import { isKnownAs, isUnsent, presenceOf, pruneRow, rowOfAnswer, rowOfCheck } from './fact-rows';

type Parts = {
  clock: Clock;
  cooldowns: Cooldowns;
  /** What is being done about a version. */
  activityOf(versionId: VersionId): Activity | undefined;
  /** The version's last request while it isn't settled: its answer stands against checks, and without one nothing is certain. */
  attemptOf(versionId: VersionId): Attempt | undefined;
  /** Set while the version has to be added again. */
  owedOf(versionId: VersionId): OwedRow | undefined;
};

type Answered = Pick<CheckedState, 'item' | 'askedAt' | 'isListed'>;

type Known = Parts & {
  rows: Map<VersionId, FactRow>;
  /** Versions of which only a list has spoken: their items in the mirror say the same, so their rows are not stored. */
  onlyListed: Set<VersionId>;
  copies: Copies;
  /** `elapsed()` at which the check was asked that a row comes from. */
  askedAt: Map<VersionId, number>;
};

export type VersionFacts = ReturnType<typeof createVersionFacts>;

/** What this browser knows of each version. A check never overwrites a toggle's answer, nor an older check a newer one. */
export function createVersionFacts(parts: Parts) {
  const known: Known = { ...parts, rows: new Map(), onlyListed: new Set(), copies: createCopies(), askedAt: new Map() };
  return {
    /** Takes over what was stored; returns the versions that are not worth keeping. */
    load: (stored: readonly FactRow[]) => stored.flatMap(row => (load(known, row) ? [] : row.versionId)),

    /** The version as users see it. */
    compose: (versionId: VersionId) => compose(known, versionId),

    /** Takes what a check or a list page said, unless something newer is known. Returns the row if it is to be stored. */
    recordCheck: (versionId: VersionId, state: Answered) => recordCheck(known, versionId, state),

    /** Takes what two checks and the storage used agreed on, whatever a later check that lags has said. */
    recordCertain: (versionId: VersionId, state: Answered) => takeCheck(known, versionId, state),

    /** Takes what a toggle answered. */
    recordAnswer(versionId: VersionId, answer: Target): FactRow {
      known.cooldowns.begin(versionId, LAG_ALLOWANCE_MS);
      known.copies.set(versionId, 0, 0);
      return put(known, rowOfAnswer(rowOf(known, versionId), answer, known.clock.now()));
    },

    /** Records what came of an intent: `problem` if nothing did. */
    recordOutcome(versionId: VersionId, target: Target, problem: Problem | undefined): FactRow {
      const { missed: _, ...row } = rowOf(known, versionId);
      // While facts are shown, the key is accepted: what it was refused for can simply be tried again.
      const isOver = !problem || problem.kind === 'key-refused';
      return put(known, isOver ? row : { ...row, missed: { target, problem, at: known.clock.now() } });
    },

    /**
     * How often the vault holds the version, as a list showed; a check can't see it (site-facts.md F.3). `sizeKb`: one of them. Returns
     * the row if it is to be stored.
     */
    countCopies(versionId: VersionId, copies: number, sizeKb: number): FactRow | undefined {
      known.copies.set(versionId, copies, sizeKb);
      const row = known.rows.get(versionId);
      return row && (row.copies ?? 1) !== copies ? put(known, row) : undefined;
    },

    /** The versions that the vault is known to hold more than once. */
    duplicates: known.copies.versions,

    /** Versions whose removal was left unsent. */
    unsent: () => [...known.rows.values()].filter(isUnsent).map(({ versionId }) => versionId),
    /** True if the newest answer says that it is so. */
    isKnownAs: (versionId: VersionId, target: Target) => isKnownAs(rowOf(known, versionId), target),
  };
}

function rowOf({ rows }: Known, versionId: VersionId): FactRow {
  return rows.get(versionId) ?? { versionId, state: 'unknown', asOf: 0 };
}

function put({ rows, onlyListed, copies }: Known, changed: FactRow): FactRow {
  const row = copies.markRow(changed);
  rows.set(row.versionId, row);
  onlyListed.delete(row.versionId);
  return row;
}

/** False: the row is not worth keeping. */
function load({ rows, copies, clock }: Known, row: FactRow): boolean {
  const pruned = pruneRow(row, clock.now());
  // What was learned while this was being read is newer.
  if (pruned && !rows.has(row.versionId)) {
    rows.set(row.versionId, pruned);
    copies.restore(pruned);
  }
  return pruned !== undefined;
}

function compose(known: Known, versionId: VersionId): VersionFact {
  const { missed, copies: _, ...row } = rowOf(known, versionId);
  const activity = known.activityOf(versionId);
  const owed = known.owedOf(versionId);
  const problem = missed?.problem ?? known.copies.problemOf(versionId);
  return {
    ...row,
    ...(activity && { activity }),
    ...(problem && { problem }),
    ...(owed && { owed: owed.left ? 'asking' : 'trying' }),
  };
}

function recordCheck(known: Known, versionId: VersionId, state: Answered): FactRow | undefined {
  if (state.askedAt < Math.max(known.cooldowns.endOf(versionId), known.askedAt.get(versionId) ?? 0)) return undefined;
  const answer = standingAnswer(known.attemptOf(versionId));
  if (answer !== undefined && answer !== presenceOf(state.item)) return undefined;
  const isOnlyListed = state.isListed && state.item && (!known.rows.has(versionId) || known.onlyListed.has(versionId));
  const row = takeCheck(known, versionId, state);
  if (!isOnlyListed || row.copies) return row;
  known.onlyListed.add(versionId);
  return undefined;
}

function takeCheck(known: Known, versionId: VersionId, { item, askedAt, isListed }: Answered): FactRow {
  known.askedAt.set(versionId, askedAt);
  if (!item) known.copies.set(versionId, 0, 0);
  const check = { item, isListed, hasAttempt: known.attemptOf(versionId) !== undefined };
  return put(known, rowOfCheck(rowOf(known, versionId), check, known.clock.now()));
}

/** True if users would see a difference. */
export function isNews(before: VersionFact, after: VersionFact): boolean {
  return (
    before.state !== after.state ||
    before.itemId !== after.itemId ||
    before.sizeKb !== after.sizeKb ||
    before.problem !== after.problem
  );
}
