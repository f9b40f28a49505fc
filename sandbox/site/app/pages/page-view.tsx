/** @jsxImportSource react */
import { ModelPage } from '../model/model-page.tsx';
import type { Route } from '../router/route.ts';
import { AccountPage } from './account-page.tsx';
import { ArticlePage } from './article-page.tsx';
import { AuctionsPage } from './auctions-page.tsx';
import { BountyPage } from './bounty-page.tsx';
import { ChallengePage } from './challenge-page.tsx';
import { CollectionReviewPage } from './collection-review-page.tsx';
import { ComicPage } from './comic-page.tsx';
import { DownloadsPage } from './downloads-page.tsx';
import { EcosystemPage } from './ecosystem-page.tsx';
import { HomePage } from './home-page.tsx';
import { ImagePage } from './image-page.tsx';
import { CollectionPage, TagPage, UserModelsPage } from './list-pages.tsx';
import { ModelsPage } from './models-page.tsx';
import { NotFound } from './not-found.tsx';
import { LoginPage, PricingPage } from './plain-pages.tsx';
import { PostEditPage } from './post-edit-page.tsx';
import { PostPage } from './post-page.tsx';
import { ReviewPage } from './review-page.tsx';
import { ReviewsPage } from './reviews-page.tsx';
import { SearchPage } from './search-page.tsx';
import { ShopPage } from './shop-page.tsx';
import { UserPage } from './user-page.tsx';
import { VaultPage } from './vault-page.tsx';

const pages: { [page: string]: () => React.JSX.Element } = {
  '/': HomePage,
  '/models': ModelsPage,
  '/models/[id]/[[...slug]]': ModelPage,
  '/models/[id]/reviews': ReviewsPage,
  '/search/models': SearchPage,
  '/tag/[tagname]': TagPage,
  '/collections/[collectionId]': CollectionPage,
  '/images/[imageId]': ImagePage,
  '/collections/[collectionId]/review': CollectionReviewPage,
  '/posts/[postId]': PostPage,
  '/posts/[postId]/edit': PostEditPage,
  '/comics/[postId]': ComicPage,
  '/articles/[id]/[[...slug]]': ArticlePage,
  '/reviews/[reviewId]': ReviewPage,
  '/auctions': AuctionsPage,
  '/challenges/[id]/[[...slug]]': ChallengePage,
  '/ecosystems/[key]': EcosystemPage,
  '/bounties/[id]': BountyPage,
  '/user/vault': VaultPage,
  '/user/downloads': DownloadsPage,
  '/user/account': AccountPage,
  '/user/[username]': UserPage,
  '/user/[username]/models': UserModelsPage,
  '/user/[username]/shop': ShopPage,
  '/login': LoginPage,
  '/pricing': PricingPage,
};

/** The page that belongs to the route. Two addresses of one page keep its component, as with next/router. */
export function PageView({ route }: { route: Route }) {
  const Page = pages[route.page] ?? NotFound;
  return <Page />;
}
