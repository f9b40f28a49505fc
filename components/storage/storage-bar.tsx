import type { ComponentChildren } from 'preact';
import { NewTab } from '@/components/new-tab';
import { Plural, Text } from '@/components/text';
import { formatKb } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';
import { type StorageState, storageState } from '@/utils/vault/storage-state';
import { type Share, ShareList } from './share-list';
import './storage-card.css';
import './storage-bar.css';

/** The used storage, and the rest or what is over the limit, each for the text that stands in the card. */
function figuresOf(usedKb: number, totalKb: number) {
  const isOver = usedKb > totalKb;
  return {
    isOver,
    used: formatKb(usedKb),
    total: formatKb(totalKb),
    size: formatKb(isOver ? usedKb - totalKb : totalKb - usedKb),
  };
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
  /** The sizes are behind a press on the bar, to save space. */
  isFolded?: boolean;
  /** More about the items. */
  children?: ComponentChildren;
};

/** Used, total and free storage as text and as a bar. KB of 1,024 bytes; `usedKb` may be larger than `totalKb`. */
export function StorageBar(props: Props) {
  const { usedKb, totalKb, itemCount, listHref, shares = [], isFolded = false, children } = props;
  const state = storageState({ usedKb, totalKb });
  const { isOver, used, total, size } = figuresOf(usedKb, totalKb);
  const usedPart = <bdi class="storage-used">{used}</bdi>;
  return (
    <section class="card storage" data-state={state} aria-label={t('storage.label')}>
      <p class="storage-head">
        <span class="storage-total">
          {totalKb > 0 ? (
            <Text id="storage.used" values={{ used: usedPart, total }} />
          ) : (
            <Text id="storage.used-none-left" values={{ used: usedPart }} />
          )}
        </span>
        <Chip state={state} />
      </p>
      <Meter usedKb={usedKb} totalKb={totalKb} />
      {isFolded && shares.length > 0 ? (
        <FoldedShares usedKb={usedKb} totalKb={totalKb} shares={shares} />
      ) : (
        <Bar usedKb={usedKb} totalKb={totalKb} shares={shares} />
      )}
      <p class="storage-foot">
        <span>
          <Text id={isOver ? 'storage.over' : 'storage.free'} values={{ size }} />
        </span>
        <ItemCount itemCount={itemCount} listHref={listHref} />
      </p>
      {shares.length > 0 && !isFolded && <ShareList shares={shares} />}
      {children}
    </section>
  );
}

function FoldedShares(props: BarProps) {
  return (
    <details class="storage-shares">
      <summary title={t('storage.by-type')} aria-label={t('storage.by-type')}>
        <Bar {...props} />
      </summary>
      <ShareList shares={props.shares} />
    </details>
  );
}

function Chip({ state }: { state: StorageState }) {
  if (state !== 'nearly-full' && state !== 'full' && state !== 'over-full') return null;
  return <span class="storage-chip">{t(`storage.state.${state}`)}</span>;
}

type BarProps = { usedKb: number; totalKb: number; shares: readonly Share[] };

function Bar({ usedKb, totalKb, shares }: BarProps) {
  const { fill, limit } = extent(usedKb, totalKb);
  return (
    <div class="storage-bar" aria-hidden="true">
      <div class="storage-fill" style={{ width: `${fill}%` }}>
        {shares.map(({ name, kb }) => (
          <span key={name} style={{ flexGrow: kb }} />
        ))}
      </div>
      {limit !== undefined && <div class="storage-over" style={{ insetInlineStart: `${limit}%` }} />}
    </div>
  );
}

function Meter({ usedKb, totalKb }: { usedKb: number; totalKb: number }) {
  return (
    <meter
      class="visually-hidden"
      aria-label={t('storage.meter')}
      min={0}
      max={100}
      value={Math.min(extent(usedKb, totalKb).fill, 100)}
      aria-valuetext={valueText(usedKb, totalKb)}
    />
  );
}

function valueText(usedKb: number, totalKb: number): string {
  const { isOver, used, total, size } = figuresOf(usedKb, totalKb);
  if (totalKb <= 0) return t('storage.used-none-left', { used });
  return t(isOver ? 'storage.value.over' : 'storage.value.free', { used, total, size });
}

function ItemCount({ itemCount, listHref }: { itemCount: number | undefined; listHref: string | undefined }) {
  const count = itemCount === undefined ? undefined : <Plural id="versions" count={itemCount} />;
  if (listHref === undefined) return count === undefined ? null : <span>{count}</span>;
  return (
    <a href={listHref} target="_blank" rel="noreferrer">
      {count ?? t('storage.vault')}
      <NewTab />
    </a>
  );
}
