import { inCorner, insideBox, onLinkCard, onModelCard } from './places';
import { RARE_SURFACES } from './rare-surfaces';
import type { Row } from './surface';

/**
 * Every place where the site shows models, most special first. Only shapes of links, labels, `data-*`, roles and static class
 * names: those with a hash change with every release (site-facts.md TRAP 3). How to add one: README.md beside this file.
 */
export const SURFACES: readonly Row[] = [
  {
    // A.1: the site intercepts clicks there. Menus, its navigation and its ways back are no places for marks either.
    name: 'notifications, menus and navigation',
    seen: '2026-08-08',
    group: 'text',
    link:
      '.mantine-Popover-dropdown a, .mantine-Menu-dropdown a, header a, nav a, [role="menu"] a, ' +
      'a.mantine-ActionIcon-root, a:has(> .mantine-ActionIcon-root)',
    kind: 'never',
  },
  {
    // A.1: `ul > li`, up to two links with one address.
    name: 'resources of an image',
    seen: '2026-08-08',
    group: 'resources',
    link: 'ul.list-none > li.flex a',
    kind: 'line',
    place: inCorner('li', { bottom: '-2px', right: '0' }, true),
  },
  {
    name: 'recommended resources',
    seen: '2026-08-08',
    group: 'resources',
    link: 'a[data-activity="follow-recommendation:details"]',
    kind: 'row',
    place: inCorner('a', { bottom: '4px', right: '6px' }, true),
  },
  {
    // A.1: the picture links to the version that the card's select names. Chips, icons and buttons take the other corners.
    name: 'resource picker',
    seen: '2026-08-08',
    group: 'generator',
    link: '.aspect-portrait > a',
    kind: 'card',
    place: inCorner('.aspect-portrait', { bottom: '8px', left: '8px' }),
  },
  {
    // A.0: feed, home, search, profiles, collections, suggested resources.
    name: 'model card',
    seen: '2026-08-08',
    group: 'cards',
    link: 'a[aria-label]',
    kind: 'card',
    place: onModelCard,
  },
  {
    // A.1: the card is the link.
    name: 'showcase card',
    seen: '2026-08-08',
    group: 'cards',
    link: 'a.relative.overflow-hidden',
    kind: 'card',
    place: onLinkCard,
  },
  {
    // A.1: generator queue and recent reviews.
    name: 'button that names a version',
    seen: '2026-08-08',
    group: 'text',
    link: 'a.mantine-Button-root',
    kind: 'text',
  },
  ...RARE_SURFACES,
  {
    // A.1: posts, articles, comments, descriptions, chat, tables, required components. Words, whatever icons stand beside them.
    name: 'text',
    seen: '2026-11-26',
    group: 'text',
    link: 'a:not(:has(img, canvas, video, button))',
    kind: 'text',
  },
  {
    name: 'anywhere else',
    seen: '2026-08-08',
    group: 'text',
    link: 'a',
    kind: 'unknown-place',
    place: insideBox,
  },
];
