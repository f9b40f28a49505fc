/** @jsxImportSource react */
import { useEffect } from 'react';
import { FILTER_BASE_MODELS, setFilters } from '@/sandbox/site/app/feed/filters.ts';
import { ModelsInfinite } from '@/sandbox/site/app/feed/models-infinite.tsx';
import { Link, useRouter } from '@/sandbox/site/app/router/context.tsx';
import { readQuery } from '@/sandbox/site/app/router/route.ts';

const categories = ['Character', 'Style', 'Concept', 'Clothing', 'Base model', 'Tool', 'Background'];

/** `/models`: all models as cards. A filter in the address is taken over, and the address stripped (Seen running). */
export function ModelsPage() {
  const { route, navigator } = useRouter();
  const wanted = readQuery(route.query, 'baseModels');
  useEffect(() => {
    document.title = 'Civitai Models | Discover Free Stable Diffusion & Flux Models';
  }, []);
  useEffect(() => {
    if (wanted === undefined) return;
    setFilters({ baseModel: FILTER_BASE_MODELS.find(each => each === wanted) });
    navigator.replace('/models', { shallow: true });
  }, [wanted, navigator]);
  return (
    <div className="feed">
      <div className="masonry-width">
        <div className="category-row">
          <span className="category-chip" data-active>
            All
          </span>
          {categories.map(category => (
            <Link key={category} href={`/tag/${encodeURIComponent(category.toLowerCase())}`} className="category-chip">
              {category}
            </Link>
          ))}
        </div>
        <ModelsInfinite />
      </div>
    </div>
  );
}
