/** @jsxImportSource react */
import { useMemo } from 'react';
import { CardContext } from '@/sandbox/site/app/cards/model-card.tsx';
import { useFeed } from '@/sandbox/site/app/feed/use-feed.ts';
import { MasonryGrid } from '@/sandbox/site/app/grids/masonry-grid.tsx';
import { NotFound } from '@/sandbox/site/app/pages/not-found.tsx';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';

const ITEMS = 40;

/** `/collections/{id}/review`: what waits to be let in, as plain cards without versions (site-facts.md A.1). */
export function CollectionReviewPage() {
  const { content } = useRouter().route.pageProps;
  const collectionId = content?.kind === 'collection' ? content.id : 0;
  const { cards } = useFeed({ collectionId, limit: ITEMS });
  const context = useMemo(() => ({ useModelVersionRedirect: false, surface: 'card' }), []);
  if (content?.kind !== 'collection') return <NotFound />;
  return (
    <div className="feed">
      <div className="masonry-width">
        <h1 className="list-title">Review {content.name}</h1>
        <CardContext.Provider value={context}>
          <MasonryGrid cards={cards} />
        </CardContext.Provider>
      </div>
    </div>
  );
}
