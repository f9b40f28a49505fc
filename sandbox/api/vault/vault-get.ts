import { outOfRange, refused } from '@/sandbox/api/failures.ts';
import type { ApiAnswer, ApiContext } from '@/sandbox/api/handler.ts';
import { getOrCreateVault, isFreeTier, MAX_INT } from './vault-service.ts';

/** `GET /api/v1/vault/get`: the vault's size and use, read from the primary; creates the vault of a member (site-facts.md F.1). */
export function vaultGet({ world, credentials }: ApiContext): ApiAnswer {
  const account = credentials?.account;
  if (!account || (world.settings.flavour === 'documented' && isFreeTier(account)))
    return { status: 200, json: { vault: null } };
  const vault = getOrCreateVault(world, account);
  if (!vault.ok) return refused(vault.refusal, world.settings.flavour);
  if (!vault.value) return { status: 200, json: { vault: null } };
  const usedStorageKb = world.vault.usedKb(account.id);
  if (usedStorageKb > MAX_INT) return outOfRange('Vault');
  const { userId, storageKb, meta, updatedAt } = vault.value;
  const shown = { userId, storageKb, meta, updatedAt: new Date(updatedAt).toISOString(), usedStorageKb };
  return { status: 200, json: { vault: shown } };
}
