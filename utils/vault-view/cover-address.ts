import { isOlderThan } from '@/utils/age';
import type { MirroredItem } from '@/utils/vault/vault-item';

/** How long a cover's address is valid where it doesn't say so itself (site-facts.md F.2). */
const SIGNED_FOR_MS = 24 * 3_600_000;

/** The site, and its own account at Cloudflare's storage, which signs the covers (site-facts.md F.2; the host as its downloads show it). */
const HOSTS = /(?:^|\.)(?:civitai\.(?:com|red)|5ac0637cfd0766c97916cefa3764fbdf\.r2\.cloudflarestorage\.com)$/;

/** When a signed address expires, epoch ms, by its own `X-Amz-Date=20261122T101500Z` and `X-Amz-Expires` in seconds. */
function expiryOf(url: URL): number | undefined {
  const date = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(url.searchParams.get('X-Amz-Date') ?? '');
  const seconds = Number(url.searchParams.get('X-Amz-Expires') ?? Number.NaN);
  if (!date || Number.isNaN(seconds)) return undefined;
  const [, year, month, day, hour, minute, second] = date.map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) + seconds * 1000;
}

/** The cover's address, unless it has expired or is not one of Civitai's: no other host may learn who looks. Times are epoch ms. */
export function coverAddress({ coverImageUrl, seenOn }: MirroredItem, now: number): string | undefined {
  const url = URL.parse(coverImageUrl ?? '');
  if (url?.protocol !== 'https:' || url.port !== '' || !HOSTS.test(url.hostname)) return undefined;
  const expiry = expiryOf(url);
  const isExpired = expiry === undefined ? isOlderThan(SIGNED_FOR_MS, seenOn, now) : now >= expiry;
  return isExpired ? undefined : url.href;
}
