import { isOlderThan } from '@/utils/age';
import type { MirroredItem } from '@/utils/vault/vault-item';

/** How long a cover's address is valid where it doesn't say so itself (site-facts.md F.2). */
const SIGNED_FOR_MS = 24 * 3_600_000;

/** When a signed address expires, epoch ms, by its own `X-Amz-Date=20261122T101500Z` and `X-Amz-Expires` in seconds. */
function expiryOf(url: URL): number | undefined {
  const date = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(url.searchParams.get('X-Amz-Date') ?? '');
  const seconds = Number(url.searchParams.get('X-Amz-Expires') ?? Number.NaN);
  if (!date || Number.isNaN(seconds)) return undefined;
  const [, year, month, day, hour, minute, second] = date.map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) + seconds * 1000;
}

/** The cover's address, unless it has expired: the site would refuse it. Times are epoch ms. */
export function coverAddress({ coverImageUrl, seenOn }: MirroredItem, now: number): string | undefined {
  const url = URL.parse(coverImageUrl ?? '');
  if (url?.protocol !== 'https:') return undefined;
  const expiry = expiryOf(url);
  const isExpired = expiry === undefined ? isOlderThan(SIGNED_FOR_MS, seenOn, now) : now >= expiry;
  return isExpired ? undefined : url.href;
}
