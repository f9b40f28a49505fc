import type { Quota } from '@/utils/account/account';
import { type DownloadKind, downloadOf } from '@/utils/civitai/item-links';
import { overLimitOf } from '@/utils/vault/over-limit';
import type { VaultFile, VaultItem } from '@/utils/vault/vault-item';
import type { Availability } from '@/utils/vault/version-availability';

/** One thing that the site hands out of an item. */
export type Download = { kind: DownloadKind; href: string; file?: VaultFile };

/** Why the site hands nothing out, as far as that can be known beforehand. */
export type DownloadBar = 'over-limit' | 'generation-only' | 'just-added';

/**
 * Why nothing of an item can be downloaded now (site-facts.md F.7, F.8). Exactly full is over the limit there. A version behind a gate
 * or a private one is handed out to whoever has access, which nobody can know here: that is no bar.
 */
export function downloadBar(
  item: Pick<VaultItem, 'id'>,
  availability: Availability | undefined,
  quota: Quota | undefined,
  now: number,
): DownloadBar | undefined {
  if (item.id <= 0) return 'just-added';
  if (availability === 'generation-only') return 'generation-only';
  const until = quota && overLimitOf(quota)?.downloadsUntil;
  return until !== undefined && now > until ? 'over-limit' : undefined;
}

/** What there is to download: each of the model's files; details and images once the site has made them. */
export function downloadsOf(item: Pick<VaultItem, 'id' | 'status' | 'files'>): Download[] {
  const list: Download[] = [];
  const add = (kind: DownloadKind, file?: VaultFile): void => {
    const href = downloadOf(item, kind, file?.id);
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
