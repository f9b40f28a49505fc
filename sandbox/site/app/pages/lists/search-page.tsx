/** @jsxImportSource react */
import { useEffect, useMemo, useRef, useState } from 'react';
import { CardContext } from '@/sandbox/site/app/cards/model-card.tsx';
import { FILTER_BASE_MODELS } from '@/sandbox/site/app/feed/filters.ts';
import { useFeed } from '@/sandbox/site/app/feed/use-feed.ts';
import { MasonryGrid } from '@/sandbox/site/app/grids/masonry-grid.tsx';
import { useInView } from '@/sandbox/site/app/hooks/use-in-view.ts';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';
import { readQuery } from '@/sandbox/site/app/router/route.ts';

const PAGE_SIZE = 40;

/** `/search/models?query=`: a list that grows, drawn anew with every change of the query (site-facts.md A.1). */
export function SearchPage() {
  const { route, navigator } = useRouter();
  const query = readQuery(route.query, 'query') ?? '';
  const [baseModel, setBaseModel] = useState<string>();
  const { cards, isDone, loadMore } = useFeed({ query, limit: PAGE_SIZE, ...(baseModel ? { baseModel } : {}) });
  const context = useMemo(() => ({ useModelVersionRedirect: baseModel !== undefined, surface: 'card' }), [baseModel]);
  useEffect(() => {
    document.title = 'Search models | Civitai';
  }, []);
  return (
    <div className="feed">
      <div className="masonry-width">
        <div className="search-bar">
          <input
            type="search"
            aria-label="Search models"
            value={query}
            onChange={event =>
              navigator.replace(`/search/models?query=${encodeURIComponent(event.target.value)}`, { shallow: true })
            }
          />
          {FILTER_BASE_MODELS.map(each => (
            <Chip
              key={each}
              name={each}
              isChosen={each === baseModel}
              onClick={() => setBaseModel(each === baseModel ? undefined : each)}
            />
          ))}
        </div>
        <CardContext.Provider value={context}>
          <MasonryGrid cards={cards} />
        </CardContext.Provider>
        {isDone ? null : <LoadMore key={cards.length} onNear={loadMore} />}
      </div>
    </div>
  );
}

function Chip({ name, isChosen, onClick }: { name: string; isChosen: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className="category-chip"
      data-active={isChosen ? true : undefined}
      onClick={onClick}
    >
      {name}
    </button>
  );
}

/** Asks for more when it comes near. */
function LoadMore({ onNear }: { onNear: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  const isNear = useInView(end, { once: true });
  useEffect(() => {
    if (isNear) onNear();
  }, [isNear, onNear]);
  return (
    <div ref={end} className="dimmed feed-more">
      Loading more models…
    </div>
  );
}
