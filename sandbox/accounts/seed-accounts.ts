import { creators, landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { VaultItemRow } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';
import { manyRows, overfullRows, plainRows, smallRows } from '@/sandbox/vault/seed-vaults.ts';
import { sizeOf } from '@/sandbox/vault/vault-item.ts';
import { keyFor, SCOPES, sessionFor, subscription } from './accounts.ts';

/** Keys of the accounts that every sandbox has. All have full access unless the name says otherwise. */
export const keys = {
  empty: keyFor('empty'),
  small: keyFor('small'),
  /** Of `small`: UserRead and VaultRead. */
  smallReadOnly: keyFor('small read-only'),
  /** Of `small`: VaultRead and VaultWrite, so `/me` may refuse it. */
  smallVaultOnly: keyFor('small vault-only'),
  full: keyFor('full'),
  overfull: keyFor('overfull'),
  huge: keyFor('huge'),
  lapsed: keyFor('lapsed'),
  never: keyFor('never'),
  comped: keyFor('comped'),
  second: keyFor('second'),
} as const;

/** Session cookies of the same accounts. */
export const sessions = {
  empty: sessionFor('empty'),
  small: sessionFor('small'),
  full: sessionFor('full'),
  overfull: sessionFor('overfull'),
  huge: sessionFor('huge'),
  lapsed: sessionFor('lapsed'),
  never: sessionFor('never'),
  comped: sessionFor('comped'),
  second: sessionFor('second'),
} as const;

const HUNDRED_GB = 104_857_600;
const TWO_TB_LESS_ONE = 2_147_483_647;

function total(rows: VaultItemRow[]): number {
  return rows.reduce((sum, row) => sum + sizeOf(row), 0);
}

/** A member whose one subscription brings exactly the vault's size. */
function addMember(world: World, username: string, id: number, rows: VaultItemRow[], storageKb: number): void {
  const tier = storageKb > HUNDRED_GB ? 'gold' : 'bronze';
  world.accounts.create({ username, id, subscriptions: [subscription(tier, storageKb)] });
  world.vault.put(rows);
  world.vault.setStorage(id, storageKb);
}

function addSmall(world: World): void {
  const { id, username } = creators.small;
  addMember(world, username, id, smallRows(world, id), HUNDRED_GB);
  const account = world.accounts.get(username);
  account.keys.set(keys.smallReadOnly, SCOPES.userRead | SCOPES.vaultRead);
  account.keys.set(keys.smallVaultOnly, SCOPES.vaultRead | SCOPES.vaultWrite);
}

function addFullOnes(world: World): void {
  const rows = plainRows(world, 20_003, 30);
  addMember(world, 'full', 20_003, rows, total(rows) + 10);
  addMember(world, 'overfull', 20_004, overfullRows(world, 20_004), 1_048_576);
  addMember(world, 'huge', 20_005, manyRows(world, 20_005, 5_000), TWO_TB_LESS_ONE);
}

function addNonMembers(world: World): void {
  const ended = { ...subscription('silver', HUNDRED_GB), status: 'canceled' as const };
  world.accounts.create({ username: 'lapsed', id: 20_006, subscriptions: [ended] });
  world.vault.put(plainRows(world, 20_006, 12));
  world.vault.setStorage(20_006, 0);
  world.accounts.create({ username: 'never', id: 20_007, subscriptions: [] });
  world.accounts.create({ username: 'comped', id: 20_008, subscriptions: [], compedTier: 'gold' });
}

/** Creates the accounts of sandbox/README.md with their vaults. */
export function seedAccounts(world: World): void {
  world.accounts.create({ username: 'empty', id: 20_001 });
  addSmall(world);
  addFullOnes(world);
  addNonMembers(world);
  addMember(world, 'second', 20_009, plainRows(world, 20_009, 20), HUNDRED_GB * 2);
  world.accounts.get('second').grants.add(landmarks.bought.versionIds[0]);
}
