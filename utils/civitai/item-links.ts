const SITE = 'https://civitai.com';

/** The three things of an item that the site lets its owner download. */
export type DownloadKind = 'model' | 'details' | 'images';

/**
 * The site's own download link of an item (site-facts.md F.7), which works through the site's login. `undefined` for an id below 1: the
 * site hasn't listed that row yet; without `fileId` it is the first file.
 */
export function downloadOf(itemId: number, kind: DownloadKind, fileId?: number): string | undefined {
  if (itemId <= 0) return undefined;
  const query = new URLSearchParams({ type: kind, ...(fileId !== undefined && { fileId: String(fileId) }) });
  return `${SITE}/api/download/vault/${itemId}?${query}`;
}
