/** @jsxImportSource react */
import { type ReactNode, useRef } from 'react';
import { CardContext, ModelCard } from '@/sandbox/site/app/cards/model-card.tsx';
import { useFeed } from '@/sandbox/site/app/feed/use-feed.ts';
import { initials } from '@/sandbox/site/app/format/format.ts';
import { ShowcaseGrid } from '@/sandbox/site/app/grids/showcase-grid.tsx';
import { useInView } from '@/sandbox/site/app/hooks/use-in-view.ts';
import { RecentReviews } from '@/sandbox/site/app/profile/recent-reviews.tsx';
import { Showcase } from '@/sandbox/site/app/profile/showcase.tsx';
import { Link, useRouter } from '@/sandbox/site/app/router/context.tsx';

const CARDS = 12;

/** `/user/{name}`: showcase, popular models, recent reviews; each section stands once it came into view (A.1). */
export function UserPage() {
  const { username = '', content } = useRouter().route.pageProps;
  return (
    <div className="feed">
      <div className="masonry-width">
        <div className="user-head">
          <span className="avatar is-large">{initials(username)}</span>
          <h1>{username}</h1>
          <Link href={`/user/${username}/models`} className="text-link">
            Models
          </Link>
          <Link href={`/user/${username}/shop`} className="text-link">
            Shop
          </Link>
        </div>
        {content?.kind === 'profile' ? (
          <>
            <Section title="Showcase">
              <Showcase items={content.showcase} />
            </Section>
            <Section title="Popular models">
              <PopularModels username={username} />
            </Section>
            <Section title="Recent reviews">
              <RecentReviews reviews={content.reviews} />
            </Section>
          </>
        ) : null}
      </div>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const section = useRef<HTMLElement>(null);
  const isThere = useInView(section, { margin: '10% 0px', once: true });
  return (
    <section ref={section} className="profile-section">
      <h2>{title}</h2>
      {isThere ? children : null}
    </section>
  );
}

const context = { useModelVersionRedirect: false, surface: 'card' };

function PopularModels({ username }: { username: string }) {
  const { cards } = useFeed({ username, sort: 'Most Downloaded', limit: CARDS });
  return (
    <CardContext.Provider value={context}>
      <ShowcaseGrid>
        {cards.map(card => (
          <ModelCard key={card.id} card={card} />
        ))}
      </ShowcaseGrid>
    </CardContext.Provider>
  );
}
