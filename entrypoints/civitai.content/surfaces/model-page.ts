import { linkedVersion, parseModelPage } from '@/utils/civitai/civitai-url';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Target } from '@/utils/vault/membership';

/**
 * The markup of a model page, each part with the day it was last seen true.
 * Only labels, `data-*`, static Mantine classes and the shape of links: hashed class names change with every release
 * (site-facts.md TRAP 3).
 */

/** One button of the version list. */
type VersionButton = { element: HTMLElement; name: string; isActive: boolean };

/** The version list as it stands on screen. */
export type VersionList = { root: HTMLElement; buttons: VersionButton[] };

// 2026-08-08, site-facts.md B.1: always in the DOM, hidden by a class when not needed.
const VERSION_SCROLLER = 'button[aria-label="Scroll versions left"]';
const SCROLL_AREA = '.mantine-ScrollArea-root';
const VERSION_BUTTON = 'button.mantine-Button-root[data-size="compact-sm"]';
// 2026-08-08, B.1: the only thing that tells the version on screen.
const ACTIVE_STYLE = /--button-bg:\s*var\(--mantine-color-blue-filled\)/;

/** Reads the version list, or `undefined` where the page shows none. */
export function readVersionList(): VersionList | undefined {
  // Firefox translates labels as well: then the list is the scroller that has such buttons.
  const translated = isTranslated() ? `${SCROLL_AREA}:has(${VERSION_BUTTON})` : undefined;
  const root =
    document.querySelector(VERSION_SCROLLER)?.closest(SCROLL_AREA) ??
    (translated && document.querySelector(translated));
  if (!(root instanceof HTMLElement)) return undefined;
  const buttons = [...root.querySelectorAll<HTMLElement>(VERSION_BUTTON)].flatMap(element => {
    const name = (element.textContent ?? '').trim();
    // The menu buttons that owners see beside each version have no words.
    if (name === '') return [];
    return { element, name, isActive: ACTIVE_STYLE.test(element.getAttribute('style') ?? '') };
  });
  return buttons.length > 0 ? { root, buttons } : undefined;
}

// 2026-08-08, site-facts.md B.3 and "Seen running": always first in the row; Like carries a tour mark.
const PRIMARY_ACTION = 'button[aria-label="Share"], [data-tour="model:like"]';
const CARD = '.mantine-Card-root, .mantine-Paper-root';

/** The card with Create, Share, Like …, beside which the vault button has its place. */
export function findActionsCard(): HTMLElement | undefined {
  const cards = new Set<HTMLElement>();
  for (const action of document.querySelectorAll(PRIMARY_ACTION)) {
    const card = action.closest(CARD);
    if (card instanceof HTMLElement && !card.closest('[role="dialog"]')) cards.add(card);
  }
  const [first] = cards;
  // A layout for another width may stand beside it, hidden; asking for boxes costs, so only then.
  return cards.size > 1 ? [...cards].find(card => card.getClientRects().length > 0) : first;
}

// 2026-08-08, site-facts.md B.4: present where the viewer may download; always for the version on screen.
const DOWNLOAD_LINK = 'a[href*="/api/download/models/"]';
// 2026-08-08, A.1: what a version requires has a download button as well, beside a link to its own model.
const VERSION_LINK = 'a[href*="/models/"][href*="modelVersionId="]';
// 2026-08-08, A.1: in what people wrote, a link says nothing about the page.
const PROSE = '.mantine-TypographyStylesProvider-root, p, li, blockquote';

/** Versions that the page's own links name for the one on screen: its downloads and its reviews (B.2), without those of other models. */
export function ownLinksOf(modelId: ModelId): VersionId[] {
  const downloads = targetsOf(DOWNLOAD_LINK, linkedVersion);
  const links = downloads.length > 0 ? targetsOf(VERSION_LINK, parseModelPage) : [];
  const foreign = new Set(links.filter(page => page.modelId !== modelId).map(page => page.versionId));
  const reviews = targetsOf(`a[href*="/models/${modelId}/reviews?modelVersionId="]`, linkedVersion);
  return [...new Set([...downloads.filter(versionId => !foreign.has(versionId)), ...reviews])];
}

function targetsOf<Target>(
  selector: string,
  parse: (href: string, base: string) => Target | undefined,
): NonNullable<Target>[] {
  const links = [...document.querySelectorAll(selector)];
  return links.flatMap(link => (!link.closest(PROSE) && parse(link.getAttribute('href') ?? '', location.href)) || []);
}

// 2026-11-26: Chromium and Edge set a class and wrap words in `<font>`, Firefox sets `lang`; the site itself has English alone (section 0).
/** True if a browser has translated the page: then its words are not the site's. */
export function isTranslated(): boolean {
  const { className, lang } = document.documentElement;
  return /translated-/.test(className) || !/^(en\b|$)/i.test(lang) || document.querySelector('h1 font') !== null;
}

// 2026-11-22: the model's name stands in the first heading; the tab's title starts with it (B.2).
/** True if the page calls the model on screen so. A page without a heading, or a translated one, can't tell and counts as true. */
export function isModelOnScreen(modelName: string): boolean {
  if (isTranslated()) return true;
  const heading = document.querySelector('#main h1, h1')?.textContent;
  const name = foldName(modelName);
  return (
    heading === undefined ||
    heading === null ||
    foldName(heading).includes(name) ||
    foldName(document.title).startsWith(name)
  );
}

/** A name as readers compare it: white space folded, Unicode composed. */
export function foldName(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** The site's own vault button, and what its label says a click will do. */
type OfficialButton = { element: HTMLElement; labelTarget: Target };

// 2026-08-08, site-facts.md B.3: appears late, and only for those who may download.
const OFFICIAL_ADD = 'button[aria-label="Add to Vault"]';
const OFFICIAL_REMOVE = 'button[aria-label="Remove from Vault"]';

/** The official vault button of the page, or the one that `within` is a part of. */
export function findOfficialButton(within?: Element): OfficialButton | undefined {
  const find = (selector: string): Element | null =>
    within ? within.closest(selector) : document.querySelector(selector);
  const add = find(OFFICIAL_ADD);
  const element = add ?? find(OFFICIAL_REMOVE);
  return element instanceof HTMLElement ? { element, labelTarget: add ? 'in' : 'out' } : undefined;
}
