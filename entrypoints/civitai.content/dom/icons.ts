import type { MarkState } from './state-attributes';

/** Our icons: 24 px grid. */
/** One path each: a page has hundreds of them. At 16 px strokes inside of a shape are lost, so each has an outline of its own. */
export const PATHS: Record<MarkState, string> = {
  in: 'M4 13l5 5L20 7',
  out: 'M12 4v16M4 12h16',
  pending: 'M12 6v6l4 2M12 21.5a9.5 9.5 0 1 0 0-19 9.5 9.5 0 0 0 0 19z',
  failed: 'M12 10v4M12 17v.1M12 4.5L3 20h18z',
  error: 'M12 3v11M12 20v.1',
  unknown: 'M8 8a4 4 0 1 1 6.4 3.2C13 12.3 12 13 12 15M12 20v.1',
  busy: 'M12 5.5a6.5 6.5 0 1 0 6.5 6.5',
};

const SVG = 'http://www.w3.org/2000/svg';
const ATTRIBUTES = {
  viewBox: '0 0 24 24',
  'aria-hidden': 'true',
  part: 'icon',
  fill: 'none',
  'stroke-width': '3',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
};

/**
 * Rules for hosts with a state, whose icon is a picture, in white: an `<svg>` in each of hundreds of marks would cost the page time in
 * every frame.
 */
export function iconRules(): string {
  const written = (attributes: object): string =>
    Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${value}"`)
      .join('');
  const start = written({ ...ATTRIBUTES, xmlns: SVG, stroke: '#fff' });
  const rules = Object.entries(PATHS).map(([name, d]) => {
    const picture = encodeURIComponent(['<svg', start, '><path', written({ d }), '/></svg>'].join(''));
    return `:host([data-vaulted="${name}"]) [part="icon"]{background:url("data:image/svg+xml,${picture}")}`;
  });
  return rules.join('');
}

/** A new `<svg>` of the icon, in the current colour, so that it follows the theme. Decorative: its meaning stands in words beside it. */
export function createIcon(name: MarkState): SVGSVGElement {
  return drawIcon(PATHS[name]);
}

/** A new `<svg>` of these lines. */
export function drawIcon(lines: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries(ATTRIBUTES)) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', lines);
  svg.append(path);
  return svg;
}
