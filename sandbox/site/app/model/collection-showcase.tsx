/** @jsxImportSource react */
import { useEffect, useRef } from 'react';
import { useFeed } from '@/sandbox/site/app/feed/use-feed.ts';
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import { useInView } from '@/sandbox/site/app/hooks/use-in-view.ts';
import { ShownLink } from '@/sandbox/site/app/shown/shown-link.tsx';

const PAGE_SIZE = 20;
const COVER_PX = 40;
/** One of so many rows is mature. */
const BLURRED_OF = 3;

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

/** Of mature content the site paints a blurred canvas, where the visitor's settings say so (site-facts.md, second look). */
function RowCover({ id }: { id: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isBlurred = id % BLURRED_OF === 0;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.fillStyle = `hsl(${id % 360} 40% 45%)`;
    context.fillRect(0, 0, COVER_PX, COVER_PX);
  }, [id]);
  return isBlurred ? (
    <canvas ref={canvas} width={COVER_PX} height={COVER_PX} />
  ) : (
    <img src={pictureOf(id, COVER_PX, COVER_PX)} alt="" width={COVER_PX} height={COVER_PX} />
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
          <RowCover id={card.id} />
          <span className="file-text">{card.name}</span>
        </ShownLink>
      ))}
    </div>
  );
}
