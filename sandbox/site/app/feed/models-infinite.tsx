/** @jsxImportSource react */
import { useMemo } from 'react';
import { CardContext, ModelCard } from '@/sandbox/site/app/cards/model-card.tsx';
import { type Cell, VirtualGrid } from '@/sandbox/site/app/grids/virtual-grid.tsx';
import { useAds } from '@/sandbox/site/app/live/ads.ts';
import { useHiddenModels } from '@/sandbox/site/app/live/hidden.ts';
import { PageLoader } from '@/sandbox/site/app/ui/boxes.tsx';
import { AdUnit } from './ad-unit.tsx';
import { useFilters } from './filters.ts';
import { type FeedInput, useFeed } from './use-feed.ts';

const CARDS_BETWEEN_ADS = 13;

/** ModelsInfinite: an endless list of cards with ads between; a base-model filter puts versions into its links (A.0). */
export function ModelsInfinite({ scope = {}, surface = 'card' }: { scope?: FeedInput; surface?: string }) {
  const { sort, baseModel } = useFilters();
  const { cards, isDone, loadMore } = useFeed({ ...scope, sort, ...(baseModel ? { baseModel } : {}) });
  const hasAds = useAds();
  const hidden = useHiddenModels();
  const cells = useMemo(
    () =>
      cards
        .filter(({ id }) => !hidden.has(id))
        .flatMap((card, index): Cell[] => {
          const cell = { key: String(card.id), id: card.id, content: <ModelCard card={card} /> };
          if (!hasAds || index % CARDS_BETWEEN_ADS !== CARDS_BETWEEN_ADS - 1) return [cell];
          return [cell, { key: `ad ${index}`, id: -index, content: <AdUnit /> }];
        }),
    [cards, hasAds, hidden],
  );
  const context = useMemo(() => ({ useModelVersionRedirect: baseModel !== undefined, surface }), [baseModel, surface]);
  if (cards.length === 0) return isDone ? <p className="dimmed">No results found</p> : <PageLoader />;
  return (
    <CardContext.Provider value={context}>
      <VirtualGrid cells={cells} onEnd={loadMore} />
      {isDone ? null : <p className="dimmed feed-more">Loading more models…</p>}
    </CardContext.Provider>
  );
}
