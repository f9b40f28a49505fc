import type { Connection, Snapshot } from '@/utils/account/account';
import type { CachedItems } from '@/utils/messages/protocol';
import type { Problem, Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { MirroredItem } from '@/utils/vault/vault-item';
import type { SyncStatus } from '@/utils/vault/vault-summary';
import { applyFacts } from '@/utils/vault-view/follow';

/** The page's knowledge of the vault. */
export type AccountState = {
  /** The sign-in of the items; absent while signed out. */
  session: string | undefined;
  /** `undefined` until the mirror has been read. */
  items: readonly MirroredItem[] | undefined;
  /** Facts of versions that have an activity or a problem. */
  facts: ReadonlyMap<number, VersionFact>;
  status: SyncStatus;
  /** When the whole vault was last read, epoch ms; `undefined`: never to its end. */
  asOf: number | undefined;
  snapshot: Snapshot | undefined;
  /** Why the last refresh failed. */
  problem: Problem | undefined;
  isRefreshing: boolean;
  /** The mirror must be read again: it has items that the announced facts can't describe. */
  isStale: boolean;
};

/** Everything that changes it. */
export type AccountEvent =
  | { type: 'read'; vault: CachedItems; announced: readonly VersionFact[] }
  | { type: 'facts'; session: string; facts: readonly VersionFact[] }
  | { type: 'status'; status: SyncStatus }
  | { type: 'stored'; snapshot: Snapshot | undefined }
  | { type: 'asked' }
  | { type: 'answered'; result: Result<Snapshot> }
  | { type: 'connection'; connection: Connection };

const NO_FACTS: ReadonlyMap<number, VersionFact> = new Map();

/** The state before anything has been read. */
export const INITIAL_STATE: AccountState = {
  session: undefined,
  items: undefined,
  facts: NO_FACTS,
  status: { kind: 'never' },
  asOf: undefined,
  snapshot: undefined,
  problem: undefined,
  isRefreshing: true,
  isStale: false,
};

/** Nothing of an account may stay after it. */
function signedOut(state: AccountState, problem: Problem): AccountState {
  return { ...INITIAL_STATE, items: [], isRefreshing: state.isRefreshing, problem };
}

/** Reading it again doesn't change its age. */
function withStatus(state: AccountState, status: SyncStatus): AccountState {
  const at = status.kind === 'synced' || status.kind === 'failed' ? status.at : undefined;
  return { ...state, status, asOf: at ?? state.asOf };
}

function afterRead(state: AccountState, vault: CachedItems, announced: readonly VersionFact[]): AccountState {
  const facts = new Map<number, VersionFact>(vault.facts.map(fact => [fact.versionId, fact]));
  // Facts announced during the read may be newer than the mirror's.
  const { isStale, ...followed } = applyFacts({ items: vault.items, facts }, announced);
  return { ...withStatus(state, vault.status), ...followed, session: vault.session, isStale };
}

function afterFacts(state: AccountState, session: string, facts: readonly VersionFact[]): AccountState {
  if (!state.items || session !== state.session) return state;
  const { isStale, ...followed } = applyFacts({ items: state.items, facts: state.facts }, facts);
  return { ...state, ...followed, isStale: state.isStale || isStale };
}

function afterAnswer(state: AccountState, result: Result<Snapshot>): AccountState {
  const done = { ...state, isRefreshing: false };
  if (result.ok) return { ...done, snapshot: result.value, problem: undefined };
  const { problem } = result;
  return problem.kind === 'not-signed-in' ? signedOut(done, problem) : { ...done, problem };
}

function afterConnection(state: AccountState, connection: Connection): AccountState {
  if (connection.kind === 'signed-out') return signedOut(state, { kind: 'not-signed-in' });
  if (connection.kind === 'key-refused') return { ...state, problem: { kind: 'key-refused' } };
  const isShut = state.problem?.kind === 'not-signed-in' || state.problem?.kind === 'key-refused';
  const problem = isShut ? undefined : state.problem;
  if (connection.session === state.session) return { ...state, problem };
  return { ...INITIAL_STATE, session: connection.session, isRefreshing: state.isRefreshing, isStale: true };
}

/** The state after an event. */
export function reduce(state: AccountState, event: AccountEvent): AccountState {
  switch (event.type) {
    case 'read':
      return afterRead(state, event.vault, event.announced);
    case 'facts':
      return afterFacts(state, event.session, event.facts);
    case 'status':
      return withStatus(state, event.status);
    case 'stored':
      return { ...state, snapshot: event.snapshot };
    case 'asked':
      return { ...state, isRefreshing: true };
    case 'answered':
      return afterAnswer(state, event.result);
    case 'connection':
      return afterConnection(state, event.connection);
  }
}
