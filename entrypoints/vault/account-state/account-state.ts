import type { Connection, Snapshot } from '@/utils/account/account';
import type { CachedItems, SyncStatus } from '@/utils/messages/protocol';
import type { Problem, Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { applyFacts } from '@/utils/vault-view/follow';

/** What the page knows of the vault. */
export type AccountState = {
  /** Whose items these are; absent for nobody's. */
  session: string | undefined;
  /** `undefined`: the mirror hasn't been read yet. */
  items: readonly MirroredItem[] | undefined;
  /** What is being done about versions, or went wrong with them. */
  facts: ReadonlyMap<number, VersionFact>;
  status: SyncStatus;
  /** So far back all of the vault is known, epoch ms; `undefined`: it was never read to its end. */
  asOf: number | undefined;
  snapshot: Snapshot | undefined;
  /** Why the last refresh brought nothing new. */
  problem: Problem | undefined;
  isRefreshing: boolean;
  /** There are items that only the mirror can show: it has to be read again. */
  isStale: boolean;
};

/** What can happen to it. */
export type AccountEvent =
  | { event: 'read'; vault: CachedItems; heard: readonly VersionFact[] }
  | { event: 'facts'; session: string; facts: readonly VersionFact[] }
  | { event: 'status'; status: SyncStatus }
  | { event: 'stored'; snapshot: Snapshot | undefined }
  | { event: 'asked' }
  | { event: 'answered'; result: Result<Snapshot> }
  | { event: 'connection'; connection: Connection };

const NO_FACTS: ReadonlyMap<number, VersionFact> = new Map();

/** What is known before anything has been read. */
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

/** Nothing of an account may be seen after it. */
function nobody(data: AccountState, problem: Problem): AccountState {
  return { ...INITIAL_STATE, items: [], isRefreshing: data.isRefreshing, problem };
}

/** While it is being read again, it is as old as before. */
function withStatus(data: AccountState, status: SyncStatus): AccountState {
  const at = status.kind === 'synced' || status.kind === 'failed' ? status.at : undefined;
  return { ...data, status, asOf: at ?? data.asOf };
}

function afterRead(data: AccountState, vault: CachedItems, heard: readonly VersionFact[]): AccountState {
  const facts = new Map<number, VersionFact>(vault.facts.map(fact => [fact.versionId, fact]));
  // What was announced while the mirror was being read may be newer than what was read.
  const { isStale, ...followed } = applyFacts({ items: vault.items, facts }, heard);
  return { ...withStatus(data, vault.status), ...followed, session: vault.session, isStale };
}

function afterFacts(data: AccountState, session: string, news: readonly VersionFact[]): AccountState {
  if (!data.items || session !== data.session) return data;
  const { isStale, ...followed } = applyFacts({ items: data.items, facts: data.facts }, news);
  return { ...data, ...followed, isStale: data.isStale || isStale };
}

function afterAnswer(data: AccountState, result: Result<Snapshot>): AccountState {
  const done = { ...data, isRefreshing: false };
  if (result.ok) return { ...done, snapshot: result.value, problem: undefined };
  const { problem } = result;
  return problem.kind === 'not-signed-in' ? nobody(done, problem) : { ...done, problem };
}

function afterConnection(data: AccountState, connection: Connection): AccountState {
  if (connection.kind === 'signed-out') return nobody(data, { kind: 'not-signed-in' });
  if (connection.kind === 'key-refused') return { ...data, problem: { kind: 'key-refused' } };
  const isShut = data.problem?.kind === 'not-signed-in' || data.problem?.kind === 'key-refused';
  const problem = isShut ? undefined : data.problem;
  if (connection.session === data.session) return { ...data, problem };
  return { ...INITIAL_STATE, session: connection.session, isRefreshing: data.isRefreshing, isStale: true };
}

/** What is known after an event. */
export function reduce(data: AccountState, happened: AccountEvent): AccountState {
  switch (happened.event) {
    case 'read':
      return afterRead(data, happened.vault, happened.heard);
    case 'facts':
      return afterFacts(data, happened.session, happened.facts);
    case 'status':
      return withStatus(data, happened.status);
    case 'stored':
      return { ...data, snapshot: happened.snapshot };
    case 'asked':
      return { ...data, isRefreshing: true };
    case 'answered':
      return afterAnswer(data, happened.result);
    case 'connection':
      return afterConnection(data, happened.connection);
  }
}
