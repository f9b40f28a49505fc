/** @jsxImportSource react */
import { ModelCard } from '@/sandbox/site/app/cards/model-card.tsx';
import type { CardData } from '@/sandbox/site/app/data/model.ts';

/** MasonryGrid: all cards in one grid, not virtual; only their content comes and goes (site-facts.md A.1). */
export function MasonryGrid({ cards }: { cards: CardData[] }) {
  return (
    <div className="masonry-grid">
      {cards.map(card => (
        <ModelCard key={card.id} card={card} />
      ))}
    </div>
  );
}
