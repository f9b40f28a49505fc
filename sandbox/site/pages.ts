import type { SiteRequest } from '@/sandbox/http/site-contract.ts';
import type { World } from '@/sandbox/sandbox.ts';
import type { ModelData } from '@/sandbox/site/app/data/model.ts';
import type { PageProps } from '@/sandbox/site/app/data/page-props.ts';
import { modelUrl, slugify } from '@/sandbox/site/app/format/format.ts';
import { modelTitle } from '@/sandbox/site/app/format/model-title.ts';
import { MODEL_PAGE, matchRoute, type Route, readQuery } from '@/sandbox/site/app/router/route.ts';
import { contentFor, hasContent } from './content.ts';
import { imageDataFor, modelDataFor } from './model-data.ts';
import { vaultPageFor } from './vault-page.ts';
import { basePropsFor } from './viewer.ts';

/** What the server has found for an address: a page, another address, or nothing. */
type Found =
  | { kind: 'page'; route: Route; title: string; model?: ModelData }
  | { kind: 'redirect'; status: 307 | 308; to: string }
  | { kind: 'missing'; props: PageProps };

type Context = { world: World; request: SiteRequest; props: PageProps; route: Route };

const titles: { [page: string]: string } = {
  '/user/vault': 'Civitai Vault | Civitai',
  '/user/account': 'Manage your Account - Civitai',
  '/user/downloads': 'Downloads | Civitai',
  '/search/models': 'Search models | Civitai',
  '/': 'Civitai: The Home of Open-Source Generative AI',
  '/pricing': 'Memberships | Civitai',
  '/login': 'Sign in to Civitai',
};

/** The same job as the site's `getServerSideProps`, for documents and for `/_next/data`. */
export function findPage(world: World, request: SiteRequest): Found {
  const props = basePropsFor(request, world.clock.now());
  const versionId = /^\/model-versions\/([^/]+)$/.exec(request.path)?.[1];
  if (versionId !== undefined) return findVersionPage(world, Number(versionId), props);
  const match = matchRoute(request.path, request.search);
  if (!match) return { kind: 'missing', props };
  const route: Route = { ...match, asPath: request.path + request.search, pageProps: props };
  const context: Context = { world, request, props, route };
  if (match.page === MODEL_PAGE || match.page === '/models/[id]/reviews') return findModelPage(context);
  if (match.page === '/images/[imageId]') return findImagePage(context);
  if (match.page.startsWith('/user/[username]')) return findUserPage(context);
  if (match.page.startsWith('/user/')) return findOwnPage(context);
  if (hasContent(match.page)) return findContentPage(context);
  const title = titles[match.page] ?? 'Civitai Models | Discover Free Stable Diffusion & Flux Models';
  return { kind: 'page', route, title };
}

/** `/model-versions/{id}` leads to the model for good, or nowhere once the version's row is gone (site-facts.md 0). */
function findVersionPage(world: World, versionId: number, props: PageProps): Found {
  const version = world.catalogue.findVersion(versionId);
  if (!version) return { kind: 'missing', props };
  return { kind: 'redirect', status: 308, to: modelUrl(version.modelId, undefined, version.id) };
}

function findModelPage({ world, request, props, route }: Context): Found {
  const id = Number(readQuery(route.query, 'id'));
  const known = Number.isInteger(id) ? world.catalogue.findModel(id) : undefined;
  if (!known) return { kind: 'missing', props };
  const model = modelDataFor(world, id, request.account);
  const title = model ? modelTitle(model, shownVersion(model, route)) : 'Civitai';
  const found: Found = { kind: 'page', route: { ...route, pageProps: { ...props, id } }, title };
  return model ? { ...found, model } : found;
}

function shownVersion(model: ModelData, route: Route) {
  const wanted = readQuery(route.query, 'modelVersionId');
  return model.modelVersions.find(({ id }) => String(id) === wanted) ?? model.modelVersions[0];
}

/** Where a document's address should have another slug: 308 for a bare id without query, else 307 (site-facts.md B.2). */
export function slugRedirect(request: SiteRequest, found: Found): Found | undefined {
  if (found.kind !== 'page' || !found.model || found.route.page !== MODEL_PAGE) return undefined;
  const right = slugify(found.model.name);
  const given = found.route.query.slug;
  const slug = Array.isArray(given) ? given.join('/') : (given ?? '');
  if (slug === right) return undefined;
  const isBare = slug === '' && request.search === '';
  const to = modelUrl(found.model.id, found.model.name) + request.search;
  return { kind: 'redirect', status: isBare ? 308 : 307, to };
}

function findImagePage({ world, props, route }: Context): Found {
  const image = imageDataFor(world, Number(readQuery(route.query, 'imageId')));
  if (!image) return { kind: 'missing', props };
  return {
    kind: 'page',
    route: { ...route, pageProps: { ...props, image } },
    title: `Image by ${image.username} | Civitai`,
  };
}

function withContent({ world, request, route }: Context, props: PageProps): PageProps {
  const content = contentFor(world, route, request.account);
  return content ? { ...props, content } : props;
}

function findContentPage(context: Context): Found {
  const pageProps = withContent(context, context.props);
  const { content } = pageProps;
  if (!content) return { kind: 'missing', props: context.props };
  const name = 'title' in content ? content.title : 'name' in content ? content.name : 'Review';
  return { kind: 'page', route: { ...context.route, pageProps }, title: `${name} | Civitai` };
}

function findUserPage(context: Context): Found {
  const { world, props, route } = context;
  const username = readQuery(route.query, 'username') ?? '';
  const creator = world.catalogue.models.find(model => model.creator.username === username)?.creator;
  if (!creator) return { kind: 'missing', props };
  return {
    kind: 'page',
    route: { ...route, pageProps: withContent(context, { ...props, id: creator.id, username }) },
    title: `${username} Creator Profile | Civitai`,
  };
}

function findOwnPage(context: Context): Found {
  const { world, request, props, route } = context;
  const title = titles[route.page] ?? 'Civitai';
  if (!request.account) return { kind: 'redirect', status: 307, to: '/login' };
  if (hasContent(route.page))
    return { kind: 'page', route: { ...route, pageProps: withContent(context, props) }, title };
  if (route.page !== '/user/vault') return { kind: 'page', route, title };
  const vault = vaultPageFor(world, request.account, Number(readQuery(route.query, 'page') ?? 1));
  if (!vault) return { kind: 'redirect', status: 307, to: '/pricing' };
  return { kind: 'page', route: { ...route, pageProps: { ...props, vault } }, title };
}
