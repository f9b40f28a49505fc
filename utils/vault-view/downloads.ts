import { type DownloadKind, downloadOf } from '@/utils/civitai/item-links';
import { overLimitOf } from '@/utils/vault/over-limit';
import type { Quota } from '@/utils/vault/storage-state';
import type { VaultFile, VaultItem } from '@/utils/vault/vault-item';
import type { Availability } from '@/utils/vault/version-availability';

/** One download of an item. */
export type Download = { kind: DownloadKind; href: string; file?: VaultFile };

/** Why the site would refuse every download, as far as that is known beforehand. */
export type DownloadBlock = 'over-limit' | 'generation-only' | 'just-added';

/**
 * Why nothing of an item can be downloaded at `now`, epoch ms (site-facts.md F.7, F.8); there, exactly full is over the limit. A gated
 * or private version is no reason: the user may have access, and the extension can't know.
 */
export function downloadBlockOf(
  item: Pick<VaultItem, 'id'>,
  availability: Availability | undefined,
  quota: Quota | undefined,
  now: number,
): DownloadBlock | undefined {
  if (item.id <= 0) return 'just-added';
  if (availability === 'generation-only') return 'generation-only';
  const until = quota && overLimitOf(quota)?.downloadsUntil;
  return until !== undefined && now > until ? 'over-limit' : undefined;
}

/** The downloads of an item: each of the model's files, and details and images once the site has made them. */
export function downloadsOf(item: Pick<VaultItem, 'id' | 'status' | 'files'>): Download[] {
  const list: Download[] = [];
  const add = (kind: DownloadKind, file?: VaultFile): void => {
    const href = downloadOf(item.id, kind, file?.id);
    if (href !== undefined) list.push({ kind, href, ...(file && { file }) });
  };
  if (item.files.length === 0) add('model');
  for (const file of item.files) add('model', file);
  if (item.status === 'Stored') {
    add('details');
    add('images');
  }
  return list;
}
