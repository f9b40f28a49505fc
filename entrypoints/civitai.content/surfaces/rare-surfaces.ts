import { inCorner, inTwoLinkCard } from './places';
import type { Row } from './surface';

/** Rows of the table for pages that few visit, most special first; what fits none of them may still be a text. */
export const RARE_SURFACES: readonly Row[] = [
  {
    // A.1: the only link is around the button at the card's foot.
    name: 'creator shop',
    seen: '2026-11-22',
    group: 'cards',
    link: 'a:has(> button.mantine-Button-root)',
    kind: 'card',
    place: inCorner('.mantine-Paper-root', { top: '18px', right: '18px' }, true),
  },
  {
    // A.1: two links a card, the picture and the name.
    name: 'ecosystem page',
    seen: '2026-11-22',
    group: 'cards',
    link: '.mantine-Card-root > a',
    kind: 'card',
    place: inTwoLinkCard,
  },
  {
    // A.1: the old list of resources: a link around a card that is a link without address.
    name: 'bounties',
    seen: '2026-11-22',
    group: 'text',
    link: 'a:has(> a.mantine-Card-root)',
    kind: 'text',
  },
  {
    // A.1: a link around each card.
    name: 'auctions',
    seen: '2026-11-22',
    group: 'resources',
    link: 'a:has(> .mantine-Card-root)',
    kind: 'row',
    place: inCorner('a', { bottom: '6px', right: '8px' }, true),
  },
  {
    // A.1: the card is the link.
    name: 'downloads',
    seen: '2026-11-22',
    group: 'resources',
    link: 'a.mantine-Paper-root',
    kind: 'row',
    place: inCorner('a', { bottom: '8px', right: '8px' }, true),
  },
  {
    // A.1: eligible models of a challenge, collection showcase. A blurred picture is a canvas ("Seen on the second look").
    name: 'rows of a short list',
    seen: '2026-11-26',
    group: 'resources',
    link: '.mantine-ScrollArea-root a:is(.flex, :has(img, canvas))',
    kind: 'row',
    place: inCorner('a', { top: 'calc(50% - 10px)', right: '6px' }, true),
  },
  {
    // A.1: on a narrow screen the vault page is a grid of plain links.
    name: 'vault page, narrow',
    seen: '2026-11-22',
    group: 'resources',
    link: 'a:has(> .mantine-Badge-root)',
    kind: 'row',
    place: inCorner('a', { bottom: '6px', right: '6px' }, true),
  },
];
