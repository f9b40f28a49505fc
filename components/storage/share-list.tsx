import { formatKb } from '@/utils/sentences/format';
import './share-list.css';

/** A type of models and its size, KB. */
export type Share = { name: string; kb: number };

/** The size of each type: the legend of the bar above, in the bar's order. */
export function ShareList({ shares }: { shares: readonly Share[] }) {
  return (
    <ul class="share-list" aria-label="Storage by type">
      {shares.map(({ name, kb }) => (
        <li key={name}>
          <span class="share-name">{name}</span> <span class="share-size">{formatKb(kb)}</span>
        </li>
      ))}
    </ul>
  );
}
