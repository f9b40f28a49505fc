import type { VaultItem } from '@/utils/vault/vault-item';

/** The vault itself. `usedStorageKb` may be larger than `storageKb`; a lapsed member has `storageKb` 0 (site-facts.md F.1). */
export type Vault = { userId: number; storageKb: number; usedStorageKb: number; updatedAt: string };

/** One page of the vault. Items added meanwhile shift pages: de-duplicate by `id` (site-facts.md F.2). */
export type VaultPage = {
  items: VaultItem[];
  totalItems: number;
  currentPage: number;
  pageSize: number;
  totalPages: number;
};
