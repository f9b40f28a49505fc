import { contentsOf } from '@/entrypoints/popup/contents/contents';
import type { Snapshot } from '@/utils/account/account';
import type { AccountState } from '@/utils/account-state/account-state';
import type { Problem } from '@/utils/problem';
import type { SyncStatus, VaultSummary } from '@/utils/vault/vault-summary';

/** The screen to show. */
export type Screen =
  | { kind: 'loading' }
  | { kind: 'sign-in'; reason: Problem | undefined }
  | { kind: 'vault'; snapshot: Snapshot; summary?: VaultSummary; sync?: SyncStatus; problem: Problem | undefined }
  | { kind: 'problem'; problem: Problem };

/** The screens of a signed-in user. */
export type Connected = Exclude<Screen, { kind: 'sign-in' }>;

/** The screen of a state. The last known figures stay on screen through every problem but a missing account. */
export function screenOf({ snapshot, summary, sync, problem }: AccountState): Screen {
  if (problem?.kind === 'not-signed-in') return { kind: 'sign-in', reason: problem.isForgotten ? problem : undefined };
  if (problem?.kind === 'key-refused') return { kind: 'sign-in', reason: problem };
  if (snapshot) return { kind: 'vault', snapshot, ...(summary && { summary }), ...(sync && { sync }), problem };
  return problem ? { kind: 'problem', problem } : { kind: 'loading' };
}

/** True where something on screen may be out of date, however young the figures are. */
export function isUncertain(screen: Screen): boolean {
  if (screen.kind !== 'vault') return screen.kind === 'problem';
  return screen.problem !== undefined || 'problem' in contentsOf(screen);
}
