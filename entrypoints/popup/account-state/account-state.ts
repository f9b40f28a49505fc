import type { Connection, Snapshot } from '@/utils/account/account';
import type { Figures } from '@/utils/account/snapshot';
import type { SyncStatus } from '@/utils/messages/protocol';
import type { Problem, Result } from '@/utils/problem';
import type { VaultSummary } from '@/utils/vault/vault-summary';

/** What the popup knows of the vault. `problem` is why the last refresh brought nothing new. */
export type AccountState = {
  snapshot: Snapshot | undefined;
  /** What the vault holds; perhaps of an account that has gone. */
  stock?: VaultSummary | undefined;
  /** How far the vault has been read, as last announced. */
  sync?: SyncStatus;
  problem: Problem | undefined;
  isRefreshing: boolean;
};

/** What can happen to it. */
export type AccountEvent =
  | ({ event: 'stored' } & Figures)
  | { event: 'sync'; status: SyncStatus }
  | { event: 'asked' }
  | { event: 'answered'; result: Result<Snapshot> }
  | { event: 'connection'; connection: Connection };

/** What is on screen. */
export type Screen =
  | { kind: 'loading' }
  | { kind: 'sign-in'; reason: Problem | undefined }
  | { kind: 'vault'; snapshot: Snapshot; stock?: VaultSummary; sync?: SyncStatus; problem: Problem | undefined }
  | { kind: 'trouble'; problem: Problem };

/** The screens of somebody who is signed in, as far as we know. */
export type Connected = Exclude<Screen, { kind: 'sign-in' }>;

const untold: AccountState = { snapshot: undefined, problem: undefined, isRefreshing: true };

/** The story before anything has happened, with what was last known. */
export function initialState(figures: Figures | undefined): AccountState {
  return { ...untold, ...figures };
}

function answered(story: AccountState, result: Result<Snapshot>): AccountState {
  if (result.ok) return { ...story, snapshot: result.value, problem: undefined, isRefreshing: false };
  // Figures without an account are nobody's.
  const snapshot = result.problem.kind === 'not-signed-in' ? undefined : story.snapshot;
  return { ...story, snapshot, problem: result.problem, isRefreshing: false };
}

function connected(story: AccountState, connection: Connection): AccountState {
  if (connection.kind === 'signed-out') {
    const isForgotten = connection.isForgotten === true;
    const problem = { kind: 'not-signed-in' as const, ...(isForgotten && { isForgotten }) };
    return { ...untold, problem, isRefreshing: false };
  }
  if (connection.kind === 'key-refused') return { ...story, problem: { kind: 'key-refused' }, isRefreshing: false };
  const isSame = story.snapshot?.session === connection.session;
  const isShut = story.problem?.kind === 'not-signed-in' || story.problem?.kind === 'key-refused';
  return {
    ...story,
    snapshot: isSame ? story.snapshot : undefined,
    problem: isShut || !isSame ? undefined : story.problem,
  };
}

/** The story after an event. */
export function reduce(story: AccountState, happened: AccountEvent): AccountState {
  switch (happened.event) {
    case 'stored':
      return { ...story, snapshot: happened.snapshot, stock: happened.stock };
    case 'sync':
      return { ...story, sync: happened.status };
    case 'asked':
      return { ...story, isRefreshing: true };
    case 'answered':
      return answered(story, happened.result);
    case 'connection':
      return connected(story, happened.connection);
  }
}

/** Which screen the story leads to. Last known figures stay on screen through every problem but a missing account. */
export function screenOf({ snapshot, stock, sync, problem }: AccountState): Screen {
  if (problem?.kind === 'not-signed-in') return { kind: 'sign-in', reason: problem.isForgotten ? problem : undefined };
  if (problem?.kind === 'key-refused') return { kind: 'sign-in', reason: problem };
  if (snapshot) {
    const isOurs = stock?.session === snapshot.session;
    return { kind: 'vault', snapshot, ...(isOurs && { stock }), ...(sync && { sync }), problem };
  }
  return problem ? { kind: 'trouble', problem } : { kind: 'loading' };
}
