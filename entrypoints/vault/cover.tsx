import { useState } from 'preact/hooks';
import type { KnownItem } from '@/utils/vault-item';
import { coverAddress } from '@/utils/vault-view/cover-address';

/** Addresses that led to nothing: scrolling past them again must not ask again. */
const broken = new Set<string>();

/** Made once: it costs more than a whole row. */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The first letter or number of a name, as people count them; a dot where there is none. */
function initialOf(name: string): string {
  for (const { segment } of graphemes.segment(name))
    if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(segment)) return segment;
  return '·';
}

/** One of eight tints, always the same for a model. */
function tintOf({ modelId }: KnownItem): number {
  return modelId % 8;
}

/** The cover, or the model's initial where there is none; as large either way, and decorative: the name stands beside it. */
export function Cover({ item, now }: { item: KnownItem; now: number }) {
  const [failed, setFailed] = useState<string>();
  const signed = coverAddress(item, now);
  const address = signed === undefined || broken.has(signed) ? undefined : signed;
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
