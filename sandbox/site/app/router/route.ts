import type { PageProps, Query } from '@/sandbox/site/app/data/page-props.ts';

/** The page on screen. `asPath` is what next/router believes the address to be; a dialog may show another one. */
export type Route = { page: string; query: Query; asPath: string; pageProps: PageProps };

type Pattern = { page: string; pattern: RegExp; names: string[] };

/** The site's pages, most specific first (site-facts.md 0). */
const patterns: Pattern[] = [
  { page: '/models', pattern: /^\/models$/, names: [] },
  { page: '/models/[id]/reviews', pattern: /^\/models\/([^/]+)\/reviews$/, names: ['id'] },
  { page: '/models/[id]/[[...slug]]', pattern: /^\/models\/([^/]+)(?:\/(.+))?$/, names: ['id', 'slug'] },
  { page: '/images/[imageId]', pattern: /^\/images\/([^/]+)$/, names: ['imageId'] },
  { page: '/search/models', pattern: /^\/search\/models$/, names: [] },
  { page: '/tag/[tagname]', pattern: /^\/tag\/([^/]+)$/, names: ['tagname'] },
  { page: '/collections/[collectionId]', pattern: /^\/collections\/(\d+)$/, names: ['collectionId'] },
  { page: '/collections/[collectionId]/review', pattern: /^\/collections\/(\d+)\/review$/, names: ['collectionId'] },
  { page: '/posts/[postId]/edit', pattern: /^\/posts\/(\d+)\/edit$/, names: ['postId'] },
  { page: '/posts/[postId]', pattern: /^\/posts\/(\d+)$/, names: ['postId'] },
  { page: '/articles/[id]/[[...slug]]', pattern: /^\/articles\/(\d+)(?:\/(.+))?$/, names: ['id', 'slug'] },
  { page: '/reviews/[reviewId]', pattern: /^\/reviews\/(\d+)$/, names: ['reviewId'] },
  { page: '/user/downloads', pattern: /^\/user\/downloads$/, names: [] },
  { page: '/user/vault', pattern: /^\/user\/vault$/, names: [] },
  { page: '/user/account', pattern: /^\/user\/account$/, names: [] },
  { page: '/user/[username]/models', pattern: /^\/user\/([^/]+)\/models$/, names: ['username'] },
  { page: '/user/[username]', pattern: /^\/user\/([^/]+)$/, names: ['username'] },
  { page: '/login', pattern: /^\/login$/, names: [] },
  { page: '/pricing', pattern: /^\/pricing$/, names: [] },
  { page: '/', pattern: /^\/$/, names: [] },
];

export const MODEL_PAGE = '/models/[id]/[[...slug]]';

/** Which page a path belongs to, with the parts of the path and the search as its query; undefined: none. */
export function matchRoute(path: string, search: string): { page: string; query: Query } | undefined {
  for (const { page, pattern, names } of patterns) {
    const match = pattern.exec(path);
    if (!match) continue;
    const query: Query = {};
    for (const [name, value] of new URLSearchParams(search)) {
      const before = query[name];
      query[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
    }
    names.forEach((name, index) => {
      const part = match[index + 1];
      if (part !== undefined) query[name] = name === 'slug' ? part.split('/').map(decode) : decode(part);
    });
    return { page, query };
  }
  return undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The first value of a query parameter. */
export function readQuery(query: Query, name: string): string | undefined {
  const value = query[name];
  return Array.isArray(value) ? value[0] : value;
}

/** `/models/[id]/[[...slug]]?id=…&slug=…` as next/router writes it into `history.state.url`. */
export function stateUrl(page: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) search.append(name, item);
  }
  const text = search.toString();
  return text ? `${page}?${text}` : page;
}

/** The address behind such a `url`: path parts put back, the dialog's parameters left out. */
export function addressOf(url: string): string {
  const [page = '/', search = ''] = url.split('?');
  const params = new URLSearchParams(search);
  for (const name of ['dialog', 'imageId', 'reviewId']) if (!page.includes(`[${name}]`)) params.delete(name);
  const slug = params.getAll('slug').map(encodeURIComponent).join('/');
  if (page.includes('slug')) params.delete('slug');
  const path = page.replace('/[[...slug]]', slug ? `/${slug}` : '').replace(/\[(\w+)\]/g, (_, name: string) => {
    const value = params.get(name) ?? '';
    params.delete(name);
    return encodeURIComponent(value);
  });
  const rest = params.toString();
  return rest ? `${path}?${rest}` : path;
}
