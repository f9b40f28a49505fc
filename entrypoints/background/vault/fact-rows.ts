import type { FactRow } from '@/entrypoints/background/storage/rows';
import { isOlderThan } from '@/utils/age';
import { isInVault, stateOfStatus, type Target } from '@/utils/vault/membership';
import { sizeOfItemKb, type VaultItem } from '@/utils/vault/vault-item';
import { KEEP_ABSENT_MS, KEEP_PROBLEM_MS } from './constants';

/** Whether a version with this item is in the vault; `null`: the server says that it is not. */
export function presenceOf(item: VaultItem | null): Target {
  return item ? 'in' : 'out';
}

/** The row without a problem that is too old to be shown; `undefined`: the whole row is not worth keeping. Now is epoch ms. */
export function pruneRow(row: FactRow, now: number): FactRow | undefined {
  const { missed, ...rest } = row;
  const pruned: FactRow = missed && !isOlderThan(KEEP_PROBLEM_MS, missed.at, now) ? row : rest;
  const isOld = row.state === 'out' && !pruned.missed && isOlderThan(KEEP_ABSENT_MS, row.asOf, now);
  return isOld ? undefined : pruned;
}

/** What a check or a list page said, `isListed` for a list. `hasAttempt`: a request for the version is not settled yet. */
export function rowOfCheck(
  { versionId, missed, confirmedAt }: FactRow,
  { item, isListed, hasAttempt }: { item: VaultItem | null; isListed?: boolean | undefined; hasAttempt: boolean },
  now: number,
): FactRow {
  const row: FactRow = { versionId, state: item ? stateOfStatus(item.status) : 'out', asOf: now };
  if (item) Object.assign(row, { itemId: item.id, sizeKb: sizeOfItemKb(item) });
  if (!isListed) row.confirmedAt = now;
  else if (confirmedAt !== undefined) row.confirmedAt = confirmedAt;
  if (missed && missed.target !== presenceOf(item)) row.missed = hasAttempt ? missed : settleMissed(missed);
  return row;
}

/** What a toggle answered. A new item starts as pending (site-facts.md F.6). */
export function rowOfAnswer({ versionId }: FactRow, answer: Target, now: number): FactRow {
  return { versionId, state: answer === 'in' ? 'pending' : 'out', asOf: now, confirmedAt: now };
}

/** True if it says that the version is so. */
export function isKnownAs({ state }: FactRow, target: Target): boolean {
  return state !== 'unknown' && isInVault(state) === (target === 'in');
}

/** True if its removal was left unsent. */
export function isUnsent({ missed }: FactRow): boolean {
  return missed?.problem.kind === 'removal-unsent';
}

/** Without a pending request, a version that is not as intended makes what was uncertain a plain failure. */
function settleMissed(missed: NonNullable<FactRow['missed']>): NonNullable<FactRow['missed']> {
  const { target, problem } = missed;
  return problem.kind === 'unsettled' ? { ...missed, problem: { kind: 'not-done', target } } : missed;
}
