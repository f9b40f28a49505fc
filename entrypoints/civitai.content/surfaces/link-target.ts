import { type CivitaiTarget, parseModelLink } from '@/utils/civitai/civitai-url';

/**
 * Every link that may lead to a model or name a version, and a few more: one short test for each node that comes.
 * `targetOf` says what the link really leads to.
 */
export const MODEL_LINK = 'a[href*="/model"]';

/** Those in React's root; which of them came from the server, React has still to hydrate when the page starts (site-facts.md C.5). */
export const SERVED_LINK = '[id="__next"] a[href*="/model"]';

/** What a link leads to: a version, or a model as a whole. `base`: the page's address, which is dear to read for each of many links. */
export function targetOf(link: HTMLAnchorElement, base = location.href): CivitaiTarget | undefined {
  const href = link.getAttribute('href');
  return href === null ? undefined : parseModelLink(href, base);
}

/** The model's name as the link says it; empty where the link says more than that, or nothing. */
export function nameOf(link: HTMLAnchorElement): string {
  const name = link.getAttribute('aria-label') ?? (link.childElementCount === 0 ? link.textContent : '');
  return (name ?? '').trim();
}

export function isSameTarget(one: CivitaiTarget, other: CivitaiTarget): boolean {
  return one.modelId === other.modelId && one.versionId === other.versionId;
}
