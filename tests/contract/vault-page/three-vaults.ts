import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { VaultItemRow } from '@/sandbox/records.ts';
import type { SandboxApi } from '@/tests/contract/sandbox-api.ts';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { createOddVault, readItems } from './odd-vault.ts';

/** The vaults that the page is tested with, in the words of the test titles. */
export const VAULTS = ['small', 'huge', 'odd'] as const;

/** One vault as the mirror reads it and as the sandbox's own database has it. */
export type ReadVault = { key: string; items: MirroredItem[]; rows: VaultItemRow[] };

/** Reads all three and returns each by its name; an unknown name throws. */
export async function readThreeVaults(api: SandboxApi): Promise<(name: string) => ReadVault> {
  const odd = createOddVault(api);
  const { accounts, vault } = api.sandbox;
  const owners = {
    small: [keys.small, accounts.get('small').id],
    huge: [keys.huge, accounts.get('huge').id],
    odd: [odd.key, odd.accountId],
  } as const;
  const vaults = new Map<string, ReadVault>();
  for (const name of VAULTS) {
    const [key, id] = owners[name];
    vaults.set(name, { key, items: await readItems(api, key), rows: vault.items(id) });
  }
  return name => {
    const found = vaults.get(name);
    if (!found) throw new Error(`there is no vault ${name}`);
    return found;
  };
}
