import { type ModelId, readModelId, readVersionId, type VersionId } from './ids';

/** Hosts that serve the site and share its ids (site-facts.md E). Links to others are never ours. */
const HOSTS: readonly string[] = ['civitai.com', 'www.civitai.com', 'civitai.red', 'www.civitai.red'];

/** The model and the version that a URL names. */
export type CivitaiTarget = { modelId?: ModelId; versionId?: VersionId };

function parse(href: string, base: string): URL | undefined {
  const url = URL.parse(href, base);
  return url?.protocol === 'https:' && HOSTS.includes(url.hostname) ? url : undefined;
}

/** The most common link to a model: a page of the same host, without a version. */
const PLAIN = /^\/models\/(\d+)\/([\w-]+)$/;
let ownBase: string | undefined;

/** The model of a plain link, without the cost of parsing a URL: a page that scrolls adds many. */
function plainModel(href: string, base: string): ModelId | undefined {
  const match = PLAIN.exec(href);
  if (!match || OTHER_PAGES.has(match[2] ?? '')) return undefined;
  if (base !== ownBase && parse('/', base)) ownBase = base;
  return base === ownBase ? readModelId(match[1]) : undefined;
}

/**
 * The model page that a URL opens (site-facts.md, section 0). `/models/12/edit`, `/models/license/5` and `/3d-models/12` are none, and
 * a malformed `modelVersionId` counts as absent.
 */
export function parseModelPage(href: string, base: string): (CivitaiTarget & { modelId: ModelId }) | undefined {
  const url = parse(href, base);
  const match = url && /^\/models\/([^/]+)(?:\/([^/]*))?\/?$/.exec(url.pathname);
  if (!url || !match) return undefined;
  const modelId = readModelId(match[1]);
  if (modelId === undefined || OTHER_PAGES.has(match[2] ?? '')) return undefined;
  const versionId = readVersionId(url.searchParams.get('modelVersionId'));
  return versionId === undefined ? { modelId } : { modelId, versionId };
}

/** Pages below a model's that are not the model page. Static routes win over the slug (site-facts.md, section 0). */
const OTHER_PAGES: ReadonlySet<string> = new Set(['edit', 'wizard', 'reviews', 'model-versions']);

/** The version that a link leads to or downloads, whatever its shape (site-facts.md, section 0). */
export function linkedVersion(href: string, base: string): VersionId | undefined {
  const url = parse(href, base);
  if (!url) return undefined;
  const path = /^\/(?:model-versions|api\/download\/models)\/([^/]+)\/?$/.exec(url.pathname);
  if (path) return readVersionId(path[1]);
  return /^\/models\/\d+(?:\/|$)/.test(url.pathname)
    ? readVersionId(url.searchParams.get('modelVersionId'))
    : undefined;
}

/** A dialog over a page, such as "See 3 more hidden comments" (site-facts.md "Seen on the second look"). */
const DIALOG = /[?&]dialog=/;

/** The model or version that a link opens: a model page, or the short address of a version. A link that opens a dialog is neither. */
export function parseModelLink(href: string, base: string): CivitaiTarget | undefined {
  const modelId = plainModel(href, base);
  if (modelId !== undefined) return { modelId };
  if (DIALOG.test(href)) return undefined;
  const page = parseModelPage(href, base);
  if (page) return page;
  const path = /^\/model-versions\/([^/]+)\/?$/.exec(parse(href, base)?.pathname ?? '');
  const versionId = readVersionId(path?.[1]);
  return versionId === undefined ? undefined : { versionId };
}
