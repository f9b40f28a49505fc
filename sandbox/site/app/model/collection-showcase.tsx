/** @jsxImportSource react */
import { useRef } from 'react';
import { useFeed } from '@/sandbox/site/app/feed/use-feed.ts';
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import { useInView } from '@/sandbox/site/app/hooks/use-in-view.ts';
import { ShownLink } from '@/sandbox/site/app/shown/shown-link.tsx';

const PAGE_SIZE = 20;

/** A collection that the creator shows: rows that are anchors, without version, in a 300 px scroller that grows (A.1). */
export function CollectionShowcase({ modelId }: { modelId: number }) {
  const section = useRef<HTMLElement>(null);
  const isThere = useInView(section, { margin: '0px', once: true });
  return (
    <section ref={section} className="below-model">
      <h2>Collection Showcase</h2>
      <div className="m_d57069b5 mantine-ScrollArea-root">
        {isThere ? (
          <Rows collectionId={1 + ((modelId + 3) % 6)} />
        ) : (
          <div className="m_c0783ff9 mantine-ScrollArea-viewport row-scroller" />
        )}
      </div>
    </section>
  );
}

function Rows({ collectionId }: { collectionId: number }) {
  const { cards, loadMore } = useFeed({ collectionId, limit: PAGE_SIZE });
  return (
    <div
      className="m_c0783ff9 mantine-ScrollArea-viewport row-scroller"
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        if (scrollTop + clientHeight > scrollHeight - 100) loadMore();
      }}
    >
      {cards.map(card => (
        <ShownLink
          key={card.id}
          surface="collection-showcase"
          to={{ modelId: card.id, modelName: card.name }}
          className="row-link flex items-center gap-2"
        >
          <img src={pictureOf(card.id, 40, 40)} alt="" width={40} height={40} />
          <span className="file-text">{card.name}</span>
        </ShownLink>
      ))}
    </div>
  );
}
