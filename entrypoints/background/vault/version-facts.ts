import type { AttemptRow, FactRow } from '@/entrypoints/background/storage/rows';
import type { Clock } from '@/entrypoints/background/timing/clock';
import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/timing/replica-lag';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import { type Activity, isInVault, stateOfStatus, type Target, type VersionFact } from '@/utils/vault/membership';
import { sizeOfItemKb, type VaultItem } from '@/utils/vault/vault-item';
import type { CheckedState } from './check-batch';
import { KEEP_ABSENT_MS, KEEP_PROBLEM_MS } from './constants';

/** `null` as a state: the server says that it is not there. */
export function presenceOf(item: VaultItem | null): Target {
  return item ? 'in' : 'out';
}

/** What was not certain is, once nothing is out any more and the version is not as intended. */
function settleMissed(missed: Missed): Missed {
  const { target, problem } = missed;
  return problem.kind === 'unsettled' ? { ...missed, problem: { kind: 'not-done', target } } : missed;
}

type Parts = {
  clock: Clock;
  /** What is being done about a version. */
  activityOf(versionId: VersionId): Activity | undefined;
  /** The version's last request while it isn't settled: its answer stands against checks, and without one nothing is certain. */
  attemptOf(versionId: VersionId): AttemptRow | undefined;
};

type Missed = NonNullable<FactRow['missed']>;

const DUPLICATED = { kind: 'duplicated' } as const satisfies Problem;

export type VersionFacts = ReturnType<typeof createVersionFacts>;

/** What this browser knows of each version. A check never overwrites what a toggle just told, nor an older check a newer one. */
export function createVersionFacts({ clock, activityOf, attemptOf }: Parts) {
  const rows = new Map<VersionId, FactRow>();
  /** A check asked before this moment (`elapsed()`) says nothing about the version. */
  const deafUntil = new Map<VersionId, number>();
  const copies = new Map<VersionId, number>();

  const rowOf = (versionId: VersionId): FactRow => rows.get(versionId) ?? { versionId, state: 'unknown', asOf: 0 };

  /** Takes over what was stored; returns the versions that are not worth keeping. */
  function load(stored: readonly FactRow[]): VersionId[] {
    const forgotten: VersionId[] = [];
    for (const row of stored) {
      const { missed, ...rest } = row;
      const current: FactRow = missed && Math.abs(clock.now() - missed.at) < KEEP_PROBLEM_MS ? row : rest;
      const isOld = row.state === 'out' && !current.missed && clock.now() - row.asOf > KEEP_ABSENT_MS;
      if (isOld) forgotten.push(row.versionId);
      // What was learned while this was being read is newer.
      else if (!rows.has(row.versionId)) rows.set(row.versionId, current);
    }
    return forgotten;
  }

  /** The version as users see it. */
  function compose(versionId: VersionId): VersionFact {
    const { missed, ...known } = rowOf(versionId);
    const activity = activityOf(versionId);
    const isDuplicated = (copies.get(versionId) ?? 0) > 1;
    const problem: Problem | undefined = missed?.problem ?? (isDuplicated ? DUPLICATED : undefined);
    return { ...known, ...(activity && { activity }), ...(problem && { problem }) };
  }

  /** Takes what a check or a list page said, unless something newer is known. Returns the row if it was taken. */
  function learn(
    versionId: VersionId,
    { item, askedAt, isListed }: Pick<CheckedState, 'item' | 'askedAt' | 'isListed'>,
  ): FactRow | undefined {
    if (askedAt < (deafUntil.get(versionId) ?? 0)) return undefined;
    const attempt = attemptOf(versionId);
    if (attempt?.answer && !attempt.overtaken && attempt.answer !== presenceOf(item)) return undefined;
    deafUntil.set(versionId, askedAt);
    const { missed, confirmedAt } = rowOf(versionId);
    const row: FactRow = { versionId, state: item ? stateOfStatus(item.status) : 'out', asOf: clock.now() };
    if (item) Object.assign(row, { itemId: item.id, sizeKb: sizeOfItemKb(item) });
    else copies.delete(versionId);
    if (!isListed) row.confirmedAt = row.asOf;
    else if (confirmedAt !== undefined) row.confirmedAt = confirmedAt;
    if (missed && missed.target !== presenceOf(item)) row.missed = attempt ? missed : settleMissed(missed);
    rows.set(versionId, row);
    return row;
  }

  /** Takes what was found out by more than one look, whatever a later one that lags may have said. */
  function settle(versionId: VersionId, sighting: CheckedState): FactRow {
    deafUntil.delete(versionId);
    return learn(versionId, sighting) ?? rowOf(versionId);
  }

  /** Takes what a toggle answered. A new item starts as pending (site-facts.md F.6). */
  function tell(versionId: VersionId, now: Target): FactRow {
    deafUntil.set(versionId, clock.elapsed() + LAG_ALLOWANCE_MS);
    const asOf = clock.now();
    const row: FactRow = { versionId, state: now === 'in' ? 'pending' : 'out', asOf, confirmedAt: asOf };
    copies.delete(versionId);
    rows.set(versionId, row);
    return row;
  }

  /** Notes what came of an intent: `problem` if nothing did. */
  function conclude(versionId: VersionId, target: Target, problem: Problem | undefined): FactRow {
    const { missed: _, ...row } = rowOf(versionId);
    const next = problem ? { ...row, missed: { target, problem, at: clock.now() } } : row;
    rows.set(versionId, next);
    return next;
  }

  return {
    load,
    compose,
    learn,
    settle,
    tell,
    conclude,
    /** Checks of the version that are asked before `until` (`elapsed()`) say nothing about it. */
    deafen: (versionId: VersionId, until: number) =>
      void deafUntil.set(versionId, Math.max(until, deafUntil.get(versionId) ?? 0)),
    /** How often the vault holds the version, as a list showed; a check can't see it (site-facts.md F.3). */
    countCopies: (versionId: VersionId, count: number) => void copies.set(versionId, count),
    /** True if the last we heard is that it is so. */
    isKnownAs: (versionId: VersionId, target: Target) => {
      const { state } = rowOf(versionId);
      return state !== 'unknown' && isInVault(state) === (target === 'in');
    },
  };
}
