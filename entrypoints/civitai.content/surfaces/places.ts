import type { Place } from './surface';

/** Below 8 px of edge: the menu of 28 px, then buttons of 30 px, 8 px apart (site-facts.md D; look of the site, 2026-11-22). A chip is as large. */
const COLUMN_TOP = 6;
const COLUMN_STEP = 38;
const COLUMN_EDGE = 8;

// 2026-08-08, site-facts.md A.0: on every model card, whatever else there is.
const MORE_OPTIONS = 'button[aria-label="More options"]';

/**
 * A model card: the link lies in the content, the content in the root, which clips (site-facts.md A.0).
 * The mark stands below the column of buttons at the right edge; how far down is counted, not measured.
 */
export function onModelCard(link: HTMLAnchorElement): Place | undefined {
  const content = link.parentElement;
  const root = content?.parentElement;
  const column = content?.querySelector(MORE_OPTIONS)?.parentElement;
  if (!root || !column || link.contains(column)) return undefined;
  const top = COLUMN_TOP + COLUMN_STEP * column.childElementCount;
  return { host: root, at: { top: `${top}px`, right: `${COLUMN_EDGE}px` } };
}

/** A card that is a link as a whole (site-facts.md A.1, showcase): below its menu button, or in its corner where it has none. */
export function onLinkCard(link: HTMLAnchorElement): Place {
  const top = link.querySelector(MORE_OPTIONS) ? COLUMN_TOP + COLUMN_STEP : COLUMN_EDGE;
  return { host: link, at: { top: `${top}px`, right: `${COLUMN_EDGE}px` } };
}

/** A corner of the nearest box around the link that `selector` names. */
export function inCorner(selector: string, at: Place['at'], isStatic = false) {
  return (link: HTMLAnchorElement): Place | undefined => {
    const host = link.closest<HTMLElement>(selector);
    return host ? { host, at, isStatic } : undefined;
  };
}

/** Inside a link that is a positioned box already: there a mark moves nothing and is measured from the link. */
export function insideBox(link: HTMLAnchorElement): Place | undefined {
  const { position, display } = getComputedStyle(link);
  const isBox = /relative|absolute/.test(position) && /block|flex|grid/.test(display);
  return isBox ? { host: link, at: { top: '4px', right: '4px' } } : undefined;
}

/** A card with a second link to the same address: one mark for both. */
export function inTwoLinkCard(link: HTMLAnchorElement): Place | undefined {
  const host = link.parentElement;
  const href = link.getAttribute('href');
  const twins = [...(host?.children ?? [])].filter(child => child.getAttribute('href') === href);
  return host && twins.length > 1 ? { host, at: { top: '18px', right: '18px' }, isStatic: true } : undefined;
}
