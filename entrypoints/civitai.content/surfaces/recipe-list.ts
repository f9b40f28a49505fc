import { parseModelLink } from '@/utils/civitai/civitai-url';
import type { VersionId } from '@/utils/civitai/ids';

/** One resource of an image that names its version. */
export type Ingredient = { versionId: VersionId; name: string };

// 2026-08-08, site-facts.md A.1: the list under "Resources used"; `li.flex.flex-col` for each, with up to two links.
const LIST = 'ul.list-none:has(> li.flex.flex-col)';
// 2026-08-08, A.1: the site shows three until this is pressed.
const SHOW_MORE = /^show \d+ more/i;

/** The list of resources that a link stands in, if it stands in one. */
export function recipeListOf(link: HTMLAnchorElement): HTMLElement | undefined {
  return link.closest<HTMLElement>(LIST) ?? undefined;
}

/** The versions that the list names, each once, in its order. */
export function ingredientsOf(list: HTMLElement): Ingredient[] {
  const found = new Map<VersionId, Ingredient>();
  for (const link of list.querySelectorAll<HTMLAnchorElement>('li a[href]')) {
    const versionId = parseModelLink(link.getAttribute('href') ?? '', location.href)?.versionId;
    if (versionId === undefined || found.has(versionId)) continue;
    found.set(versionId, { versionId, name: (link.textContent ?? '').trim() });
  }
  return [...found.values()];
}

/** Unfolds the rest of the list with the site's own button, where it has one. */
export function unfoldRecipe(list: HTMLElement): void {
  const buttons = [...(list.parentElement?.querySelectorAll('button') ?? [])];
  buttons.find(button => SHOW_MORE.test((button.textContent ?? '').trim()))?.click();
}
