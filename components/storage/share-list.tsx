import { formatKb } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';
import './share-list.css';

/** A type of models and its size, KB. */
export type Share = { name: string; kb: number };

/** The size of each type: the legend of the bar above, in the bar's order. */
export function ShareList({ shares }: { shares: readonly Share[] }) {
  return (
    <ul class="share-list" aria-label={t('storage.by-type')}>
      {shares.map(({ name, kb }) => (
        <li key={name}>
          <bdi class="share-name">{name}</bdi> <bdi class="share-size">{formatKb(kb)}</bdi>
        </li>
      ))}
    </ul>
  );
}
