/** @jsxImportSource react */
import { ModelPage } from '@/sandbox/site/app/model/model-page.tsx';
import { AccountPage } from '@/sandbox/site/app/pages/account/account-page.tsx';
import { DownloadsPage } from '@/sandbox/site/app/pages/account/downloads-page.tsx';
import { LoginPage, PricingPage } from '@/sandbox/site/app/pages/account/plain-pages.tsx';
import { VaultPage } from '@/sandbox/site/app/pages/account/vault-page.tsx';
import { ArticlePage } from '@/sandbox/site/app/pages/content/article-page.tsx';
import { ImagePage } from '@/sandbox/site/app/pages/content/image-page.tsx';
import { PostEditPage } from '@/sandbox/site/app/pages/content/post-edit-page.tsx';
import { PostPage } from '@/sandbox/site/app/pages/content/post-page.tsx';
import { ReviewPage } from '@/sandbox/site/app/pages/content/review-page.tsx';
import { ReviewsPage } from '@/sandbox/site/app/pages/content/reviews-page.tsx';
import { CollectionReviewPage } from '@/sandbox/site/app/pages/lists/collection-review-page.tsx';
import { HomePage } from '@/sandbox/site/app/pages/lists/home-page.tsx';
import { CollectionPage, TagPage, UserModelsPage } from '@/sandbox/site/app/pages/lists/list-pages.tsx';
import { ModelsPage } from '@/sandbox/site/app/pages/lists/models-page.tsx';
import { SearchPage } from '@/sandbox/site/app/pages/lists/search-page.tsx';
import { UserPage } from '@/sandbox/site/app/pages/lists/user-page.tsx';
import type { Route } from '@/sandbox/site/app/router/route.ts';
import { NotFound } from './not-found.tsx';

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
  '/articles/[id]/[[...slug]]': ArticlePage,
  '/reviews/[reviewId]': ReviewPage,
  '/user/vault': VaultPage,
  '/user/downloads': DownloadsPage,
  '/user/account': AccountPage,
  '/user/[username]': UserPage,
  '/user/[username]/models': UserModelsPage,
  '/login': LoginPage,
  '/pricing': PricingPage,
};

/** The page that belongs to the route. Two addresses of one page keep its component, as with next/router. */
export function PageView({ route }: { route: Route }) {
  const Page = pages[route.page] ?? NotFound;
  return <Page />;
}
