import { PATHS } from './icon-paths';
import type { MarkState } from './state-attributes';

const ATTRIBUTES = {
  viewBox: '0 0 24 24',
  'aria-hidden': 'true',
  part: 'icon',
  fill: 'none',
  'stroke-width': '3',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
};

/** A new `<svg>` of the icon, in the current colour, so that it follows the theme. Decorative: its meaning stands in words beside it. */
export function createIcon(name: MarkState): SVGSVGElement {
  return drawIcon(PATHS[name]);
}

/** A new `<svg>` of these lines. */
export function drawIcon(lines: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [key, value] of Object.entries(ATTRIBUTES)) svg.setAttribute(key, value);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', lines);
  svg.append(path);
  return svg;
}
