/** @jsxImportSource react */
import { ModelPage } from '../model/model-page.tsx';
import type { Route } from '../router/route.ts';
import { AccountPage } from './account-page.tsx';
import { ImagePage } from './image-page.tsx';
import { ModelsPage } from './models-page.tsx';
import { NotFound } from './not-found.tsx';
import { LoginPage, PricingPage } from './plain-pages.tsx';
import { ReviewsPage } from './reviews-page.tsx';
import { UserPage } from './user-page.tsx';
import { VaultPage } from './vault-page.tsx';

const pages: { [page: string]: () => React.JSX.Element } = {
  '/': ModelsPage,
  '/models': ModelsPage,
  '/models/[id]/[[...slug]]': ModelPage,
  '/models/[id]/reviews': ReviewsPage,
  '/images/[imageId]': ImagePage,
  '/user/vault': VaultPage,
  '/user/account': AccountPage,
  '/user/[username]': UserPage,
  '/login': LoginPage,
  '/pricing': PricingPage,
};

/** The page that belongs to the route. Two addresses of one page keep its component, as with next/router. */
export function PageView({ route }: { route: Route }) {
  const Page = pages[route.page] ?? NotFound;
  return <Page />;
}
