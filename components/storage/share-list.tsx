import { formatKb } from '@/utils/sentences/format';
import './share-list.css';

/** One kind of models and what it takes, KB. */
export type Share = { name: string; kb: number };

/** What takes how much of the storage: the legend of the bar above it, in the bar's order. */
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
