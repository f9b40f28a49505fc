import type { VaultItem } from '@/utils/vault/vault-item';

const SITE = 'https://civitai.com';

/** What the site hands out of an item. */
export type DownloadKind = 'model' | 'details' | 'images';

/**
 * The site's own download link of an item (site-facts.md F.7), which works through the site's login: there is no key in it.
 * `undefined` for what stands in for an item whose row nobody has shown yet. Without `fileId` it is the first file.
 */
export function downloadOf({ id }: Pick<VaultItem, 'id'>, kind: DownloadKind, fileId?: number): string | undefined {
  if (id <= 0) return undefined;
  const query = new URLSearchParams({ type: kind, ...(fileId !== undefined && { fileId: String(fileId) }) });
  return `${SITE}/api/download/vault/${id}?${query}`;
}
