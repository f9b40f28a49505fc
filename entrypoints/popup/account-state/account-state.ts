import type { Connection, Snapshot } from '@/utils/account/account';
import type { Figures } from '@/utils/account/snapshot';
import type { Problem, Result } from '@/utils/problem';
import type { SyncStatus, VaultSummary } from '@/utils/vault/vault-summary';

/** The popup's knowledge of the vault. `problem` is why the last refresh failed. */
export type AccountState = {
  snapshot: Snapshot | undefined;
  /** The vault's contents; perhaps of an account that has signed out. */
  summary?: VaultSummary | undefined;
  /** How far the vault has been read, as last announced. */
  sync?: SyncStatus;
  problem: Problem | undefined;
  isRefreshing: boolean;
};

/** Everything that changes it. */
export type AccountEvent =
  | ({ type: 'stored' } & Figures)
  | { type: 'sync'; status: SyncStatus }
  | { type: 'asked' }
  | { type: 'answered'; result: Result<Snapshot> }
  | { type: 'connection'; connection: Connection };

/** The screen to show. */
export type Screen =
  | { kind: 'loading' }
  | { kind: 'sign-in'; reason: Problem | undefined }
  | { kind: 'vault'; snapshot: Snapshot; summary?: VaultSummary; sync?: SyncStatus; problem: Problem | undefined }
  | { kind: 'problem'; problem: Problem };

/** The screens of a signed-in user. */
export type Connected = Exclude<Screen, { kind: 'sign-in' }>;

const NOTHING_KNOWN: AccountState = { snapshot: undefined, problem: undefined, isRefreshing: true };

/** The first state, with the figures that were stored. */
export function initialState(figures: Figures | undefined): AccountState {
  return { ...NOTHING_KNOWN, ...figures };
}

function afterAnswer(state: AccountState, result: Result<Snapshot>): AccountState {
  if (result.ok) return { ...state, snapshot: result.value, problem: undefined, isRefreshing: false };
  // Without an account no figures may stay.
  const snapshot = result.problem.kind === 'not-signed-in' ? undefined : state.snapshot;
  return { ...state, snapshot, problem: result.problem, isRefreshing: false };
}

function afterConnection(state: AccountState, connection: Connection): AccountState {
  if (connection.kind === 'signed-out') {
    const isForgotten = connection.isForgotten === true;
    const problem = { kind: 'not-signed-in' as const, ...(isForgotten && { isForgotten }) };
    return { ...NOTHING_KNOWN, problem, isRefreshing: false };
  }
  if (connection.kind === 'key-refused') return { ...state, problem: { kind: 'key-refused' }, isRefreshing: false };
  const isSame = state.snapshot?.session === connection.session;
  const isShut = state.problem?.kind === 'not-signed-in' || state.problem?.kind === 'key-refused';
  return {
    ...state,
    snapshot: isSame ? state.snapshot : undefined,
    problem: isShut || !isSame ? undefined : state.problem,
  };
}

/** The state after an event. */
export function reduce(state: AccountState, event: AccountEvent): AccountState {
  switch (event.type) {
    case 'stored':
      return { ...state, snapshot: event.snapshot, summary: event.summary };
    case 'sync':
      return { ...state, sync: event.status };
    case 'asked':
      return { ...state, isRefreshing: true };
    case 'answered':
      return afterAnswer(state, event.result);
    case 'connection':
      return afterConnection(state, event.connection);
  }
}

/** The screen of a state. The last known figures stay on screen through every problem but a missing account. */
export function screenOf({ snapshot, summary, sync, problem }: AccountState): Screen {
  if (problem?.kind === 'not-signed-in') return { kind: 'sign-in', reason: problem.isForgotten ? problem : undefined };
  if (problem?.kind === 'key-refused') return { kind: 'sign-in', reason: problem };
  if (snapshot) {
    const isOurs = summary?.session === snapshot.session;
    return { kind: 'vault', snapshot, ...(isOurs && { summary }), ...(sync && { sync }), problem };
  }
  return problem ? { kind: 'problem', problem } : { kind: 'loading' };
}
