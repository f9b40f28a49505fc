import type { Site, SiteRequest, SiteResponse } from '@/sandbox/http/site-contract.ts';
import type { World } from '@/sandbox/sandbox.ts';
import type { ModelData } from '@/sandbox/site/app/data/model.ts';
import type { NextData, PageProps } from '@/sandbox/site/app/data/page-props.ts';
import { pictureOf } from '@/sandbox/site/app/format/picture.ts';
import type { Route } from '@/sandbox/site/app/router/route.ts';
import { findFixture, findFragment } from '@/sandbox/site/fixtures/answer-fixture.ts';
import { shell } from '@/sandbox/site/fixtures/shell.ts';
import { type Bundle, loadBundle } from './bundle.ts';
import { type Document, renderDocument } from './document.ts';
import { dehydrate } from './next-data.ts';
import { findPage, slugRedirect } from './pages.ts';
import { answerTrpc } from './trpc.ts';
import { basePropsFor } from './viewer.ts';

const FAVICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 26"><path fill="#1c7ed6" d="M13 0l12.500 6.800v12.400L13 26 .5 19.200V6.800z"/><path fill="none" stroke="#fff" stroke-width="3" d="M17.600 10.600L13 8l-4.700 2.700v4.700L13 18l4.600-2.600"/></svg>';

/**
 * The site's pages: server-rendered React that hydrates in the browser, the fixture pages, `/_next/data`, the tRPC queries of its
 * own pages, pictures, style and scripts. Builds them once, in memory; afterwards each answer shows the world as it is at that moment.
 */
export async function createSite(world: World): Promise<Site> {
  const bundle = await loadBundle();
  return async request => {
    if (request.host.startsWith('image.')) return answerPicture(request);
    if (request.path.startsWith('/api/trpc/')) return answerTrpc(world, request);
    return (
      answerAsset(bundle, request) ??
      answerData(world, bundle, request) ??
      answerFixture(world, bundle, request) ??
      answerDocument(world, bundle, request)
    );
  };
}

/** What an address names for good: it may be kept for as long as the browser likes. */
function file(body: string, type: string): SiteResponse {
  const headers = { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' };
  return { status: 200, headers, body };
}

function answerAsset({ style, script, fixtureScript }: Bundle, { path }: SiteRequest): SiteResponse | undefined {
  if (path === '/favicon.svg' || path === '/favicon.ico') return file(FAVICON, 'image/svg+xml');
  const found = [style, script, fixtureScript].find(asset => asset.path === path);
  return found && file(found.body, found.type);
}

function answerPicture({ path }: SiteRequest): SiteResponse {
  const seed = Number(/(\d+)/.exec(path)?.[1] ?? 1);
  const svg = decodeURIComponent(pictureOf(seed).slice('data:image/svg+xml,'.length));
  return file(svg, 'image/svg+xml');
}

function json(status: number, value: unknown): SiteResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(value),
  };
}

/** `/_next/data/{build}/….json`: page props without `trpcState` (site-facts.md B.6). Another build's data is a 404. */
function answerData(world: World, { buildId }: Bundle, request: SiteRequest): SiteResponse | undefined {
  const [, build, path] = /^\/_next\/data\/([^/]+)(\/.*)\.json$/.exec(request.path) ?? [];
  if (build === undefined || path === undefined) return undefined;
  if (build !== buildId) return json(404, {});
  const found = findPage(world, { ...request, path: path === '/index' ? '/' : path });
  if (found.kind === 'missing') return json(404, { notFound: true });
  const props: PageProps | object =
    found.kind === 'redirect' ? { __N_REDIRECT: found.to, __N_REDIRECT_STATUS: found.status } : found.route.pageProps;
  return json(200, { pageProps: props, __N_SSP: true });
}

type Page = Pick<Document, 'title' | 'html' | 'nextData' | 'script'>;

function sendDocument({ settings }: World, { style }: Bundle, status: number, page: Page): SiteResponse {
  const { hydrationMeasure, hydrationDelayMs, liveCounters } = settings;
  const shown = { hydrationMeasure, hydrationDelayMs, liveCounters };
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-cache, max-age=0',
    'x-frame-options': 'DENY',
  };
  return { status, headers, body: renderDocument({ ...page, ...shown, style: style.path }) };
}

/** A page that is not React, or a piece of one. */
function answerFixture(world: World, bundle: Bundle, request: SiteRequest): SiteResponse | undefined {
  const fragment = findFragment(world, request);
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  if (fragment) return { status: 200, headers, body: fragment.html };
  const found = findFixture(world, request, bundle.salt);
  if (!found) return undefined;
  const { page, title, main } = found;
  const pageProps = basePropsFor(request, world.clock.now());
  const route = { page, query: {}, asPath: request.path + request.search, pageProps };
  return sendDocument(world, bundle, 200, {
    title: `${title} | Civitai`,
    html: shell(request.path, pageProps, main).html,
    nextData: nextDataFor(world, bundle, route, undefined),
    script: bundle.fixtureScript.path,
  });
}

function answerDocument(world: World, bundle: Bundle, request: SiteRequest): SiteResponse {
  const looked = findPage(world, request);
  const found = slugRedirect(request, looked) ?? looked;
  if (found.kind === 'redirect') return { status: found.status, headers: { location: found.to }, body: '' };
  const route = found.kind === 'page' ? found.route : missingRoute(request, found.props);
  const model = found.kind === 'page' && world.settings.modelPrefetch ? found.model : undefined;
  return sendDocument(world, bundle, found.kind === 'page' ? 200 : 404, {
    title: found.kind === 'page' ? found.title : 'Page not found | Civitai',
    html: bundle.renderApp(route, bundle.buildId, model),
    nextData: nextDataFor(world, bundle, route, model),
    script: bundle.script.path,
  });
}

function missingRoute(request: SiteRequest, props: PageProps): Route {
  return { page: '/404', query: {}, asPath: request.path + request.search, pageProps: props };
}

function nextDataFor(world: World, { buildId }: Bundle, route: Route, model: ModelData | undefined): NextData {
  const prefetches = route.page.startsWith('/models/[id]');
  const trpcState = prefetches ? dehydrate(model, world.clock.now(), world.settings.trpcEncoding) : undefined;
  return {
    props: { pageProps: { ...route.pageProps, ...(prefetches ? { trpcState } : {}) } },
    page: route.page,
    query: route.query,
    buildId,
    isFallback: false,
    gssp: true,
    scriptLoader: [],
  };
}
