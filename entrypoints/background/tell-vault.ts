import type { VaultContents } from '@/utils/protocol';
import type { Account } from './account';
import type { Mirror } from './mirror/mirror';
import type { VaultEngine } from './vault/engine';

/** Items in one message: 5,000 weigh about 4 MB, and a browser takes 64. */
const ITEMS_AT_ONCE = 5_000;

type Witnesses = {
  account: Pick<Account, 'connection'>;
  engine: Pick<VaultEngine, 'known'>;
  mirror: Pick<Mirror, 'all' | 'status'>;
};

/**
 * Hands the mirror to a page of the extension, in pieces by the items' ids; `after` is the `next` of the piece before. Nothing is
 * asked of the site. Facts come only of versions about which there is more to say than their item does.
 */
export async function tellVault({ account, engine, mirror }: Witnesses, after?: number): Promise<VaultContents> {
  const before = await account.connection();
  const status = await mirror.status();
  if (before.kind !== 'signed-in') return { connection: before, items: [], facts: [], status: { kind: 'never' } };
  const rows = await mirror.all(after, ITEMS_AT_ONCE);
  const facts = await engine.known([...new Set(rows.map(row => row.modelVersionId))]);
  const connection = await account.connection();
  // A sign-out or another key in between: these are the items of a vault that is not this one.
  if (connection.kind !== 'signed-in' || connection.session !== before.session) {
    return { connection, items: [], facts: [], status: { kind: 'never' } };
  }
  const last = rows.length === ITEMS_AT_ONCE ? rows.at(-1)?.id : undefined;
  return {
    connection,
    items: rows.map(({ seenIn: _, ...item }) => item),
    facts: facts.filter(fact => fact.activity || fact.problem),
    status,
    ...(last !== undefined && { next: last }),
  };
}
