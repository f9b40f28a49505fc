/** Our icons: 24 px grid, drawn in the current colour, so that they follow the theme. */
export type IconName = 'in' | 'out' | 'pending' | 'failed' | 'unknown' | 'busy' | 'more';

type StateIcon = Exclude<IconName, 'more'>;

const CLOUD = 'M7 18.5h9.6a4.4 4.4 0 0 0 .7-8.7A5.6 5.6 0 0 0 6.6 9.2 4.7 4.7 0 0 0 7 18.5z';

/** One path each: a page has hundreds of them. */
const PATHS: Record<IconName, string> = {
  in: `${CLOUD}M9 13.6l2.2 2.2 4-4.2`,
  out: `${CLOUD}M12 11v5M9.5 13.5h5`,
  pending: `${CLOUD}M12 10.8v2.9l1.9 1.2`,
  failed: `${CLOUD}M12 10.8v2.8M12 16v.1`,
  unknown: 'M9 9.2a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1-1.4 2M12 17.2v.1M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  busy: 'M12 3a9 9 0 1 0 9 9',
  more: 'M6 9l6 6 6-6',
};

/** The same states in 10 px, for the version list: a filled badge for versions in the vault, a hollow ring for the others. */
const DISC = 'M12 23a11 11 0 1 0 0-22 11 11 0 0 0 0 22z';
const SMALL_PATHS: Record<StateIcon, readonly string[]> = {
  in: [DISC, 'M7 12.5l3.5 3.5 6.5-7.5'],
  pending: [DISC, 'M12 6.5v6l4 2'],
  failed: [DISC, 'M12 6v7M12 17.5v.2'],
  out: ['M12 18a6 6 0 1 0 0-12 6 6 0 0 0 0 12z'],
  unknown: [DISC, 'M9 9.5a3.2 3.2 0 1 1 4.6 2.9c-1 .5-1.6 1.1-1.6 2M12 18v.2'],
  busy: ['M12 3a9 9 0 1 0 9 9'],
};

/** A new `<svg>` of the icon. Decorative: its meaning stands in words beside it. */
export function createIcon(name: IconName): SVGSVGElement {
  return drawIcon([PATHS[name]]);
}

/** A new `<svg>` of the state's small badge. */
export function createSmallIcon(name: StateIcon): SVGSVGElement {
  return drawIcon(SMALL_PATHS[name]);
}

/**
 * Rules for hosts with a state, whose icon is a picture, in white: an `<svg>` in each of hundreds of marks would cost the page time in
 * every frame.
 */
export function iconRules(): string {
  const rules = Object.entries(PATHS).map(([name, d]) => {
    const picture = encodeURIComponent(new XMLSerializer().serializeToString(drawIcon([d])));
    const state =
      name === 'failed' ? ':is([data-vaulted="failed"],[data-vaulted="error"])' : `[data-vaulted="${name}"]`;
    return `:host(${state}) [part="icon"]:empty{background:url("data:image/svg+xml,${picture}")}`;
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
  'stroke-width': '2',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
};

/** A new `<svg>` of these lines. */
export function drawIcon(paths: readonly string[]): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [key, value] of Object.entries(ATTRIBUTES)) svg.setAttribute(key, value);
  for (const d of paths) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
