import type { ComponentChildren } from 'preact';
import { countOf, formatKb } from '@/utils/sentences/format';
import { type StorageState, storageState } from '@/utils/vault/storage-state';
import { type Share, ShareList } from './share-list';
import './storage-bar.css';

const CHIPS: { readonly [State in StorageState]?: string } = {
  'nearly-full': 'Nearly full',
  full: 'Full',
  'over-full': 'Over limit',
};

/** The second line: what is left, in words. */
function remainder(usedKb: number, totalKb: number): string {
  if (usedKb > totalKb) return `${formatKb(usedKb - totalKb)} over the limit`;
  return `${formatKb(totalKb - usedKb)} free`;
}

/** Where the fill ends and, for a vault over its limit, where the limit is. Percent of the bar's width. */
function extent(usedKb: number, totalKb: number): { fill: number; limit: number | undefined } {
  if (usedKb > totalKb) return { fill: 100, limit: (totalKb / usedKb) * 100 };
  return { fill: totalKb > 0 ? (usedKb / totalKb) * 100 : 0, limit: undefined };
}

type Props = {
  usedKb: number;
  totalKb: number;
  itemCount: number | undefined;
  /** Where all of it is listed; left out on that page itself. */
  listHref?: string;
  /** What takes how much of it, the largest first; empty while that isn't known. */
  shares?: readonly Share[];
  /** More about what is counted. */
  children?: ComponentChildren;
};

/** Used, total and free storage as words and as a bar. KB of 1,024 bytes; `usedKb` may be larger than `totalKb`. */
export function StorageBar({ usedKb, totalKb, itemCount, listHref, shares = [], children }: Props) {
  const state = storageState({ usedKb, totalKb });
  const { fill, limit } = extent(usedKb, totalKb);
  const used = `${formatKb(usedKb)} of ${formatKb(totalKb)} used`;
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
      <p class="storage-foot">
        <span>{left}</span>
        {listHref === undefined ? (
          itemCount !== undefined && <span>{countOf(itemCount, 'version')}</span>
        ) : (
          <a href={listHref} target="_blank" rel="noreferrer">
            {itemCount === undefined ? 'Your vault' : countOf(itemCount, 'version')}
            <span class="visually-hidden"> (opens in a new tab)</span>
          </a>
        )}
      </p>
      {shares.length > 0 && <ShareList shares={shares} />}
      {children}
    </section>
  );
}

/** The same card, before anything is known: as tall as the real one, so that nothing jumps. */
export function StorageBarSkeleton() {
  return (
    <section class="card storage storage--skeleton" aria-label="Storage" aria-busy="true">
      <p class="visually-hidden" role="status">
        Loading your vault…
      </p>
      <p class="storage-head" aria-hidden="true">
        <span class="bone bone--used" />
      </p>
      <div class="storage-bar" aria-hidden="true" />
      <p class="storage-foot" aria-hidden="true">
        <span class="bone" />
        <span class="bone" />
      </p>
    </section>
  );
}
