import { type Connection, type Snapshot, sessionOf } from '@/utils/account/account';
import type { Figures } from '@/utils/account/snapshot';
import type { Problem, Result } from '@/utils/problem';
import type { SyncStatus, VaultSummary } from '@/utils/vault/vault-summary';

/** The account as a page of the extension knows it. */
export type AccountState = {
  /** The sign-in of everything below; `undefined`: signed out, or not known yet. */
  session: string | undefined;
  snapshot: Snapshot | undefined;
  /** The vault's contents in figures. */
  summary: VaultSummary | undefined;
  /** How far the vault has been read, as last announced. */
  sync: SyncStatus | undefined;
  /** Why the last refresh failed. */
  problem: Problem | undefined;
  /** The request for figures that is out; `isOutdated`: another account was announced meanwhile. */
  request: { id: number; isOutdated: boolean } | undefined;
};

/** Everything that changes it. `request` numbers a refresh, so that an answer finds its question. */
export type AccountEvent =
  | { type: 'stored'; figures: Figures }
  | { type: 'sync'; status: SyncStatus }
  | { type: 'asked'; request: number }
  | { type: 'answered'; request: number; result: Result<Snapshot> }
  | { type: 'connection'; connection: Connection };

const NOTHING_KNOWN = {
  session: undefined,
  snapshot: undefined,
  summary: undefined,
  sync: undefined,
  problem: undefined,
} as const;

/** The state before the first answer. The first request counts as out already: every page sends it at once. */
export const FIRST_STATE: AccountState = { ...NOTHING_KNOWN, request: { id: 0, isOutdated: false } };

/** True if the figures on screen are of no account or of another one, and no request for the right ones is out. */
export function needsFigures({ session, snapshot, problem, request }: AccountState): boolean {
  return session !== undefined && snapshot?.session !== session && problem === undefined && request === undefined;
}

/** True before anything has named the account: whatever does so first is believed. */
export function isAccountUnknown({ session, problem }: AccountState): boolean {
  return session === undefined && problem?.kind !== 'not-signed-in';
}

/** Stored figures of another account than the announced one are late. */
function afterStored<State extends AccountState>(state: State, { snapshot, summary }: Figures): State {
  const session = isAccountUnknown(state) ? snapshot?.session : state.session;
  const isOurs = session !== undefined && snapshot?.session === session;
  return {
    ...state,
    session,
    snapshot: isOurs ? snapshot : undefined,
    summary: summary?.session === session ? summary : undefined,
  };
}

/**
 * Drops an answer that may be of the account before: a failure, or figures of another account, if one was announced during the request.
 * The state then needs figures, and the page asks once more.
 */
function afterAnswer<State extends AccountState>(state: State, id: number, result: Result<Snapshot>): State {
  if (state.request?.id !== id) return state;
  const { isOutdated } = state.request;
  const done = { ...state, request: undefined };
  if (result.ok) {
    const { session } = result.value;
    if (isOutdated && session !== state.session) return { ...done, snapshot: undefined, problem: undefined };
    const isOther = state.session !== undefined && session !== state.session;
    return { ...done, ...(isOther && NOTHING_KNOWN), session, snapshot: result.value, problem: undefined };
  }
  if (isOutdated) return { ...done, problem: undefined };
  const { problem } = result;
  return problem.kind === 'not-signed-in' ? { ...done, ...NOTHING_KNOWN, problem } : { ...done, problem };
}

function afterConnection<State extends AccountState>(state: State, connection: Connection): State {
  if (connection.kind === 'signed-out') {
    const isForgotten = connection.isForgotten === true;
    const problem: Problem = { kind: 'not-signed-in', ...(isForgotten && { isForgotten }) };
    return { ...state, ...NOTHING_KNOWN, problem, request: undefined };
  }
  if (connection.kind === 'key-refused') return { ...state, problem: { kind: 'key-refused' }, request: undefined };
  if (connection.kind === 'no-store') return { ...state, problem: connection.problem, request: undefined };
  const isShut = state.problem?.kind === 'not-signed-in' || state.problem?.kind === 'key-refused';
  const session = sessionOf(connection);
  if (session === state.session) return { ...state, problem: isShut ? undefined : state.problem };
  const request = state.request && { ...state.request, isOutdated: true };
  return { ...state, ...NOTHING_KNOWN, session, request };
}

/** The state after an event. No figures and no failure of another account than the last announced one ever get in. */
export function reduceAccount<State extends AccountState>(state: State, event: AccountEvent): State {
  switch (event.type) {
    case 'stored':
      return afterStored(state, event.figures);
    case 'sync':
      return { ...state, sync: event.status };
    case 'asked':
      return { ...state, request: { id: event.request, isOutdated: false } };
    case 'answered':
      return afterAnswer(state, event.request, event.result);
    case 'connection':
      return afterConnection(state, event.connection);
  }
}
