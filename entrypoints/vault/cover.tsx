import { useState } from 'preact/hooks';
import type { KnownItem } from '@/utils/vault-item';

/** So long an address of a cover is signed for (site-facts.md F.2). */
const SIGNED_FOR_MS = 24 * 3_600_000;

/** Addresses that led to nothing: scrolling past them again must not ask again. */
const broken = new Set<string>();

/** The cover's address while it may still be good. Nothing is asked for that is known to be refused. */
function addressOf({ coverImageUrl, seenOn }: KnownItem, now: number): string | undefined {
  if (!coverImageUrl?.startsWith('https://') || broken.has(coverImageUrl)) return undefined;
  return now - seenOn < SIGNED_FOR_MS ? coverImageUrl : undefined;
}

/** The first letter or number of a name, as people count them; a dot where there is none. */
function initialOf(name: string): string {
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name);
  for (const { segment } of graphemes) if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(segment)) return segment;
  return '·';
}

/** One of eight tints, always the same for a model. */
function tintOf({ modelId }: KnownItem): number {
  return modelId % 8;
}

/** The cover, or the model's initial where there is none; as large either way, and decorative: the name stands beside it. */
export function Cover({ item, now }: { item: KnownItem; now: number }) {
  const [failed, setFailed] = useState<string>();
  const address = addressOf(item, now);
  return (
    <span class="cover" data-tint={tintOf(item)} aria-hidden="true">
      <span class="cover-initial">{initialOf(item.modelName)}</span>
      {address !== undefined && address !== failed && (
        <img
          key={address}
          src={address}
          alt=""
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          onError={() => {
            broken.add(address);
            setFailed(address);
          }}
        />
      )}
    </span>
  );
}
