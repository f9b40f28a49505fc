import type { ComponentChildren } from 'preact';
import { countOf, formatKb } from '@/utils/sentences/format';
import { type StorageState, storageState } from '@/utils/vault/storage-state';
import { type Share, ShareList } from './share-list';
import './storage-card.css';
import './storage-bar.css';

const CHIPS: { readonly [State in StorageState]?: string } = {
  'nearly-full': 'Nearly full',
  full: 'Full',
  'over-full': 'Over limit',
};

/** The second line: the free storage. */
function remainder(usedKb: number, totalKb: number): string {
  if (usedKb > totalKb) return `${formatKb(usedKb - totalKb)} over the limit`;
  return `${formatKb(totalKb - usedKb)} free`;
}

/** The end of the fill and, for a vault over its limit, the position of the limit; percent of the bar's width. */
function extent(usedKb: number, totalKb: number): { fill: number; limit: number | undefined } {
  if (usedKb > totalKb) return { fill: 100, limit: (totalKb / usedKb) * 100 };
  return { fill: totalKb > 0 ? (usedKb / totalKb) * 100 : 0, limit: undefined };
}

type Props = {
  usedKb: number;
  totalKb: number;
  itemCount: number | undefined;
  /** The address of the list of all items; left out on that page itself. */
  listHref?: string;
  /** The size of each type, the largest first; empty while that isn't known. */
  shares?: readonly Share[];
  /** More about the items. */
  children?: ComponentChildren;
};

/** Used, total and free storage as text and as a bar. KB of 1,024 bytes; `usedKb` may be larger than `totalKb`. */
export function StorageBar({ usedKb, totalKb, itemCount, listHref, shares = [], children }: Props) {
  const state = storageState({ usedKb, totalKb });
  const left = remainder(usedKb, totalKb);
  const chip = CHIPS[state];
  return (
    <section class="card storage" data-state={state} aria-label="Storage">
      <p class="storage-head">
        <span>
          <span class="storage-used">{formatKb(usedKb)}</span>{' '}
          <span class="storage-total">of {formatKb(totalKb)} used</span>
        </span>
        {chip && <span class="storage-chip">{chip}</span>}
      </p>
      <Bar usedKb={usedKb} totalKb={totalKb} left={left} shares={shares} />
      <p class="storage-foot">
        <span>{left}</span>
        <ItemCount itemCount={itemCount} listHref={listHref} />
      </p>
      {shares.length > 0 && <ShareList shares={shares} />}
      {children}
    </section>
  );
}

type BarProps = { usedKb: number; totalKb: number; left: string; shares: readonly Share[] };

function Bar({ usedKb, totalKb, left, shares }: BarProps) {
  const { fill, limit } = extent(usedKb, totalKb);
  const used = `${formatKb(usedKb)} of ${formatKb(totalKb)} used`;
  return (
    <>
      <meter
        class="visually-hidden"
        aria-label="Vault storage"
        min={0}
        max={100}
        value={Math.min(fill, 100)}
        aria-valuetext={`${used}, ${left}`}
      />
      <div class="storage-bar" aria-hidden="true">
        <div class="storage-fill" style={{ width: `${fill}%` }}>
          {shares.map(({ name, kb }) => (
            <span key={name} style={{ flexGrow: kb }} />
          ))}
        </div>
        {limit !== undefined && <div class="storage-over" style={{ left: `${limit}%` }} />}
      </div>
    </>
  );
}

function ItemCount({ itemCount, listHref }: { itemCount: number | undefined; listHref: string | undefined }) {
  if (listHref === undefined) return itemCount === undefined ? null : <span>{countOf(itemCount, 'version')}</span>;
  return (
    <a href={listHref} target="_blank" rel="noreferrer">
      {itemCount === undefined ? 'Your vault' : countOf(itemCount, 'version')}
      <span class="visually-hidden"> (opens in a new tab)</span>
    </a>
  );
}
