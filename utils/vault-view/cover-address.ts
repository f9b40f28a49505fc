import type { MirroredItem } from '@/utils/vault/vault-item';

/** So long an address of a cover is signed for, where it doesn't say (site-facts.md F.2). */
const SIGNED_FOR_MS = 24 * 3_600_000;

/** When a signed address ends, epoch ms, by its own words: `X-Amz-Date=20261122T101500Z` and `X-Amz-Expires` in seconds. */
function endOf(url: URL): number | undefined {
  const date = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(url.searchParams.get('X-Amz-Date') ?? '');
  const seconds = Number(url.searchParams.get('X-Amz-Expires') ?? Number.NaN);
  if (!date || Number.isNaN(seconds)) return undefined;
  const [, year, month, day, hour, minute, second] = date.map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) + seconds * 1000;
}

/** The cover's address while it may still be good; nothing is asked for that is known to be refused. Times are epoch ms. */
export function coverAddress({ coverImageUrl, seenOn }: MirroredItem, now: number): string | undefined {
  const url = URL.parse(coverImageUrl ?? '');
  if (url?.protocol !== 'https:') return undefined;
  return now < (endOf(url) ?? seenOn + SIGNED_FOR_MS) ? url.href : undefined;
}
