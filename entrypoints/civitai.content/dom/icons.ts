import type { MarkState } from './state-attributes';

/** Our icons: 24 px grid, drawn in the current colour, so that they follow the theme. */
export type IconName = MarkState | 'more';

/** One path each: a page has hundreds of them. At 16 px strokes inside of a shape are lost, so each has an outline of its own. */
const PATHS: Record<IconName, string> = {
  in: 'M4 13l5 5L20 7',
  out: 'M12 4v16M4 12h16',
  pending: 'M12 6v6l4 2M12 21.5a9.5 9.5 0 1 0 0-19 9.5 9.5 0 0 0 0 19z',
  failed: 'M12 9v5M12 17v.1M12 3L1.5 21h21z',
  error: 'M12 3v11M12 20v.1',
  unknown: 'M8 8a4 4 0 1 1 6.4 3.2C13 12.3 12 13 12 15M12 20v.1',
  busy: 'M12 3a9 9 0 1 0 9 9',
  more: 'M6 9l6 6 6-6',
};

/** A new `<svg>` of the icon. Decorative: its meaning stands in words beside it. */
export function createIcon(name: IconName): SVGSVGElement {
  return drawIcon(PATHS[name]);
}

/**
 * Rules for hosts with a state, whose icon is a picture, in white: an `<svg>` in each of hundreds of marks would cost the page time in
 * every frame.
 */
export function iconRules(): string {
  const rules = Object.entries(PATHS).map(([name, d]) => {
    const picture = encodeURIComponent(new XMLSerializer().serializeToString(drawIcon(d)));
    return `:host([data-vaulted="${name}"]) [part="icon"]:empty{background:url("data:image/svg+xml,${picture}")}`;
  });
  return rules.join('');
}

/** What a style sheet says of `svg` replaces these; a picture has no style sheet. */
const ATTRIBUTES = {
  viewBox: '0 0 24 24',
  'aria-hidden': 'true',
  part: 'icon',
  fill: 'none',
  stroke: '#fff',
  'stroke-width': '3',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
};

/** A new `<svg>` of these lines. */
export function drawIcon(lines: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [key, value] of Object.entries(ATTRIBUTES)) svg.setAttribute(key, value);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', lines);
  svg.append(path);
  return svg;
}
