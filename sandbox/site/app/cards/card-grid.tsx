/** @jsxImportSource react */
import { useQuery } from '../queries.ts';
import { PageLoader } from '../ui/boxes.tsx';
import { ModelCard } from './model-card.tsx';

/** Models as cards; of one creator, or (0) all. */
export function CardGrid({ userId }: { userId: number }) {
  const answer = useQuery(queries => queries.cards, userId);
  if (answer?.status !== 'success') return <PageLoader />;
  return (
    <div className="card-grid">
      {answer.data.items.map(card => (
        <ModelCard key={card.id} card={card} />
      ))}
    </div>
  );
}
