import { subscription } from '@/sandbox/accounts/accounts.ts';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { manyRows } from '@/sandbox/vault/seed-vaults.ts';

/** A vault to be measured, and who may read it. */
export type Vault = { key: string; items: number };

const STORAGE_KB = 2_147_483_647;

/** The vaults of 5 and 5,000 items that every sandbox has. */
export const FIVE: Vault = { key: keys.overfull, items: 5 };
export const FIVE_THOUSAND: Vault = { key: keys.huge, items: 5_000 };

/** Adds the largest vault that is measured, made as the one of 5,000 items is. */
export function addTwentyThousand(sandbox: Sandbox): Vault {
  const { account, key } = sandbox.accounts.create({
    username: 'vast',
    subscriptions: [subscription('gold', STORAGE_KB)],
  });
  const items = 20_000;
  sandbox.vault.put(manyRows(sandbox, account.id, items));
  sandbox.vault.setStorage(account.id, STORAGE_KB);
  return { key, items };
}
