/** @jsxImportSource react */
import { useEffect, useMemo } from 'react';
import { CardContext, ModelCard } from '@/sandbox/site/app/cards/model-card.tsx';
import { ModelsInfinite } from '@/sandbox/site/app/feed/models-infinite.tsx';
import { type FeedInput, useFeed } from '@/sandbox/site/app/feed/use-feed.ts';
import { Link } from '@/sandbox/site/app/router/context.tsx';

const CARDS_PER_BLOCK = 14;

const blocks: { title: string; href: string; scope: FeedInput; scrolls: boolean }[] = [
  { title: 'Featured Models', href: '/models', scope: {}, scrolls: false },
  { title: 'Most Downloaded', href: '/models', scope: { sort: 'Most Downloaded' }, scrolls: true },
  { title: 'Featured Collection', href: '/collections/3', scope: { collectionId: 3 }, scrolls: true },
  { title: 'Characters', href: '/tag/character', scope: { tag: 'character' }, scrolls: false },
];

/** `/`: blocks of cards, none of them virtual; some scroll sideways on a small screen (site-facts.md A.1). */
export function HomePage() {
  useEffect(() => {
    document.title = 'Civitai: The Home of Open-Source Generative AI';
  }, []);
  const context = useMemo(() => ({ useModelVersionRedirect: false, surface: 'card' }), []);
  return (
    <CardContext.Provider value={context}>
      <div className="feed">
        <div className="masonry-width">
          {blocks.map(block => (
            <HomeBlock key={block.title} {...block} />
          ))}
          <section className="home-block">
            <h2 className="list-title">All models</h2>
            <ModelsInfinite />
          </section>
        </div>
      </div>
    </CardContext.Provider>
  );
}

function HomeBlock({ title, href, scope, scrolls }: (typeof blocks)[number]) {
  const { cards } = useFeed({ ...scope, limit: CARDS_PER_BLOCK });
  return (
    <section className="home-block">
      <div className="home-block-head">
        <h2>{title}</h2>
        <Link href={href} className="text-link">
          Explore all
        </Link>
      </div>
      <div className={scrolls ? 'home-grid is-scrolling' : 'home-grid'}>
        {cards.length > 0
          ? cards.map(card => (
              <div key={card.id} className="p-2">
                <ModelCard card={card} />
              </div>
            ))
          : placeholders.map(place => (
              <div key={place} className="p-2">
                <div className="skeleton" style={{ aspectRatio: '7 / 9' }} />
              </div>
            ))}
      </div>
    </section>
  );
}

const placeholders = Array.from({ length: CARDS_PER_BLOCK }, (_, place) => place);
