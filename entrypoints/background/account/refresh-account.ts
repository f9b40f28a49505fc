import type { Connect } from '@/entrypoints/background/api/connect';
import type { VaultApi } from '@/entrypoints/background/api/vault-api';
import type { StoredAccount } from '@/entrypoints/background/storage/schema';
import type { createSlots } from '@/entrypoints/background/timing/single-flight';
import type { Connection, Snapshot } from '@/utils/account/account';
import { storedSnapshot } from '@/utils/account/snapshot';
import { fail, ok, type Result } from '@/utils/problem';
import { changeAccount, connectionOf, snapshotOf } from './account-store';
import { figuresOf, membershipOf } from './figures';
import { readToken, type Token } from './token';
import { ownerOf } from './verify-key';

/** What the account needs of the rest of the background. */
export type AccountParts = {
  /** The API as asked with the key that `getToken` gives. */
  connect: (...args: Parameters<Connect>) => Pick<VaultApi, 'me' | 'check' | 'vault' | 'list'>;
  /** Epoch ms. */
  now: () => number;
  /** Called just before the key changes or goes: everything in flight has to be dropped. */
  endSession: () => void;
  /** Called when what {@link Account.connection} says has changed. */
  connectionChanged: (connection: Connection) => void;
  snapshotChanged: () => void;
};

/** Storage changes one change at a time: a database and a snapshot have no transaction in common. */
export type Shared = AccountParts & {
  inTurn: ReturnType<typeof createSlots>;
  /** How often {@link changeUsage} was called. */
  changes: number;
};

/** Stores the figures that the popup opens with. */
export async function publish({ snapshotChanged }: AccountParts, snapshot: Snapshot): Promise<Snapshot> {
  await storedSnapshot.setValue(snapshot);
  snapshotChanged();
  return snapshot;
}

async function change(
  { connectionChanged }: AccountParts,
  session: string,
  edit: (known: StoredAccount) => StoredAccount,
): Promise<StoredAccount | undefined> {
  const changed = await changeAccount(session, edit);
  if (changed?.isNews) connectionChanged(connectionOf(changed.account));
  return changed?.account;
}

/** Notes that the API refuses the key. */
export function markRefused(parts: AccountParts, { session }: Token): Promise<unknown> {
  return change(parts, session, known => ({ ...known, refused: true }));
}

/** Asks for quota, name and number of items, and stores them. On failure the last snapshot stays. */
export async function refreshFor(shared: Shared, token: Token): Promise<Result<Snapshot>> {
  const { session } = token;
  const { changes } = shared;
  const api = shared.connect(async () => (await readToken(session))?.key);
  const [vault, me, page] = await Promise.all([api.vault(), api.me(), api.list({ limit: 1 })]);
  if (!vault.ok) {
    if (vault.problem.kind === 'key-refused') await shared.inTurn(() => markRefused(shared, token));
    return fail(vault.problem);
  }
  // A key limited to the vault has no `/me`; the vault names its owner all the same.
  const owner = me.ok ? ownerOf(me.value) : vault.value && { userId: vault.value.userId };
  const membership = membershipOf(vault.value);
  return shared.inTurn(async () => {
    const account = await change(shared, session, known => ({ ...known, ...owner, membership, refused: false }));
    if (!account) return fail({ kind: 'not-signed-in' });
    return ok(
      await publish(shared, {
        ...snapshotOf(account, shared.now()),
        ...figuresOf(vault.value, page),
        isOwnerFresh: me.ok,
        // Whether the answer knew of a change meanwhile can't be told.
        ...(changes !== shared.changes && { usage: 'outdated' }),
      }),
    );
  });
}

/**
 * Keeps the figures true to a request of Vaulted's own that was sent at `sentAt` (epoch ms). `kb`: by how much it has changed the storage
 * used; absent where that isn't known, or whether it did.
 */
export async function changeUsage(shared: Shared, session: string, sentAt: number, kb?: number): Promise<void> {
  shared.changes += 1;
  await shared.inTurn(async () => {
    const known = await storedSnapshot.getValue();
    if (!known?.quota || known.session !== session) return;
    const { quota, asOf, usage } = known;
    // Figures that came after the request was sent may know of it already.
    const isCounted = kb !== undefined && asOf < sentAt && usage !== 'outdated';
    await publish(
      shared,
      isCounted
        ? { ...known, quota: { ...quota, usedKb: quota.usedKb + kb }, usage: 'computed' }
        : { ...known, usage: 'outdated' },
    );
  });
}
