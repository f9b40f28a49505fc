/** @jsxImportSource react */
import { useEffect } from 'react';
import { CardGrid } from '../cards/card-grid.tsx';

const categories = [
  'All',
  'Character',
  'Style',
  'Celebrity',
  'Concept',
  'Clothing',
  'Base model',
  'Poses',
  'Background',
];

/** `/models`: all models as cards. */
export function ModelsPage() {
  useEffect(() => {
    document.title = 'Civitai Models | Discover Free Stable Diffusion & Flux Models';
  }, []);
  return (
    <div className="feed">
      <div className="category-row">
        {categories.map(category => (
          <span key={category} className="category-chip" data-active={category === 'All' ? true : undefined}>
            {category}
          </span>
        ))}
      </div>
      <CardGrid userId={0} />
    </div>
  );
}
