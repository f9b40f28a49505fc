import { useState } from 'preact/hooks';
import { initialOf } from '@/utils/initial-of';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { coverAddress } from '@/utils/vault-view/cover-address';
import './cover.css';

/** Addresses that failed to load: scrolling past them again must not request them again. */
const broken = new Set<string>();

/** A model's tint, from 0 to 7; always the same. */
function tintOf({ modelId }: MirroredItem): number {
  return modelId % 8;
}

/** The cover, or the model's initial where there is none. Decorative: the name is beside it. */
export function Cover({ item, now }: { item: MirroredItem; now: number }) {
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
