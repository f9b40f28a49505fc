import {
  type AccountEvent,
  type AccountState,
  FIRST_STATE,
  isAccountUnknown,
  reduceAccount,
} from '@/utils/account-state/account-state';
import type { CachedItems } from '@/utils/messages/protocol';
import type { VersionFact } from '@/utils/vault/membership';
import type { MirroredItem } from '@/utils/vault/vault-item';
import type { SyncStatus } from '@/utils/vault/vault-summary';
import { applyFacts } from '@/utils/vault-view/follow';

/** The items of the account, as the mirror has them. */
type MirrorState = {
  /** `undefined` until the mirror has been read. */
  items: readonly MirroredItem[] | undefined;
  /** How many more the mirror has, while a part of it is shown and the rest is being read. */
  unread: number;
  /** Facts of versions that have an activity or a problem. */
  facts: ReadonlyMap<number, VersionFact>;
  /** When the whole vault was last read, epoch ms; `undefined`: never to its end. */
  asOf: number | undefined;
  /** The mirror must be read again: it has items that the announced facts can't describe. */
  isStale: boolean;
};

/** The account and its vault as the page knows them. */
export type VaultState = AccountState & MirrorState;

/** Everything that changes the mirror's part. */
export type MirrorEvent =
  | { type: 'read'; vault: CachedItems; announced: readonly VersionFact[]; unread?: number }
  | { type: 'facts'; session: string; facts: readonly VersionFact[] };

export type VaultEvent = AccountEvent | MirrorEvent;

const NOTHING_READ: MirrorState = {
  items: undefined,
  unread: 0,
  facts: new Map(),
  asOf: undefined,
  isStale: false,
};

/** The state before anything has been read. */
export const FIRST_VAULT_STATE: VaultState = { ...FIRST_STATE, ...NOTHING_READ };

/** Reading it again doesn't change its age. */
function withAge(state: VaultState, sync: SyncStatus): VaultState {
  const at = sync.kind === 'synced' || sync.kind === 'failed' ? sync.at : undefined;
  return { ...state, asOf: at ?? state.asOf };
}

/** A mirror of another account than the announced one is late. The first one that is read names the account. */
function afterRead(
  state: VaultState,
  { vault, announced, unread = 0 }: Extract<MirrorEvent, { type: 'read' }>,
): VaultState {
  if (!isAccountUnknown(state) && vault.session !== state.session) return state;
  const facts = new Map<number, VersionFact>(vault.facts.map(fact => [fact.versionId, fact]));
  // Facts announced during the read may be newer than the mirror's.
  const { isStale, ...followed } = applyFacts({ items: vault.items, facts }, announced);
  return { ...withAge(state, vault.status), ...followed, unread, session: vault.session, sync: vault.status, isStale };
}

function afterFacts(state: VaultState, session: string, facts: readonly VersionFact[]): VaultState {
  if (!state.items || session !== state.session) return state;
  const { isStale, ...followed } = applyFacts({ items: state.items, facts: state.facts }, facts);
  return { ...state, ...followed, isStale: state.isStale || isStale };
}

/** Another account's items go with it. Those of the new one must be read, unless the first read is still to name the account. */
function afterAccountEvent(before: VaultState, event: AccountEvent): VaultState {
  const state = reduceAccount(before, event);
  if (event.type === 'sync') return withAge(state, event.status);
  if (state.session === before.session) return state;
  if (state.session === undefined) return { ...state, ...NOTHING_READ, items: [] };
  const isFirst = before.session === undefined && event.type !== 'connection';
  return isFirst ? state : { ...state, ...NOTHING_READ, isStale: true };
}

/** The state after an event. */
export function reduceVault(state: VaultState, event: VaultEvent): VaultState {
  switch (event.type) {
    case 'read':
      return afterRead(state, event);
    case 'facts':
      return afterFacts(state, event.session, event.facts);
    default:
      return afterAccountEvent(state, event);
  }
}
