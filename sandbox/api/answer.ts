import { errorText } from './failures.ts';
import type { ApiAnswer, ApiContext, ApiRequest, Route } from './handler.ts';

const SITE_ORIGIN = /^https:\/\/([a-z]+\.)?civitai\.(com|red)$/;
const NO_CACHE = { 'cache-control': 'max-age=0, private, no-cache' };

/** The request's origin if it is one of the site's, otherwise a fixed one (site-facts.md F.0). */
function corsOf(route: Route, request: ApiRequest): Record<string, string> {
  const methods = {
    'access-control-allow-headers': '*',
    'access-control-allow-methods': [...route.methods, 'OPTIONS'].join(', '),
  };
  if (route.kind === 'plain') return {};
  if (route.kind === 'public') return { 'access-control-allow-origin': '*', ...methods };
  const origin = request.headers.origin ?? '';
  return {
    'access-control-allow-credentials': 'true',
    'access-control-allow-origin': SITE_ORIGIN.test(origin) ? origin : 'https://civitai.com',
    ...methods,
  };
}

function isRegionBlocked({ world, request }: ApiContext): boolean {
  return world.settings.regionBlocked && /^\/api\/(v1|trpc)\//.test(request.path);
}

/** Answers before any handler: region, method, preflight, credentials, in the order of the route's kind (F.0). */
function gate(route: Route, { request, credentials }: ApiContext): ApiAnswer | undefined {
  const isAllowed = route.methods.includes(request.method);
  if (request.method === 'OPTIONS' && (route.kind === 'authed' || route.kind === 'public')) return { status: 200 };
  if (!isAllowed) return errorText(405, 'Method not allowed');
  if (route.kind === 'authed' && !credentials) return errorText(401, 'Unauthorized');
  return undefined;
}

/** The right answer to a request: what the route's handler says, with the headers that the site adds. */
export async function answer(route: Route, context: ApiContext): Promise<ApiAnswer> {
  if (isRegionBlocked(context)) {
    const json = { error: 'Civitai is not available in your region', code: 'REGION_BLOCKED' };
    return { status: 451, headers: NO_CACHE, json };
  }
  const refusal = gate(route, context);
  const given = refusal ?? (await route.handle(context));
  // The mixed routes look at the method before they add CORS headers.
  const cors = refusal && route.kind === 'mixed' ? {} : corsOf(route, context.request);
  return { ...given, headers: { ...NO_CACHE, ...cors, ...given.headers } };
}
