/** A number from 0 to 1 that depends only on `seed` and `step`. */
function chance(seed: number, step: number): number {
  let state = Math.imul(seed ^ Math.imul(step + 1, 2_654_435_761), 2_246_822_519);
  state ^= state >>> 15;
  state = Math.imul(state, 3_266_489_917);
  return ((state ^ (state >>> 16)) >>> 0) / 4_294_967_296;
}

/** Browsers draw an SVG once per address: few different ones keep a feed of thousands fast. */
const VARIANTS = 61;

const drawn = new Map<string, string>();

/** A landscape drawn from `seed`, as a data URI: no picture has to be fetched from anywhere. */
export function pictureOf(seed: number, width = 450, height = 650): string {
  const variant = seed % VARIANTS;
  const key = `${variant} ${width} ${height}`;
  const picture = drawn.get(key) ?? draw(variant, width, height);
  drawn.set(key, picture);
  return picture;
}

function draw(seed: number, width: number, height: number): string {
  const hue = Math.floor(chance(seed, 0) * 360);
  const x = Math.round(width * (0.2 + 0.6 * chance(seed, 1)));
  const y = Math.round(height * (0.18 + 0.3 * chance(seed, 2)));
  const radius = Math.round(width * (0.1 + 0.16 * chance(seed, 3)));
  const hills = [0, 1, 2].map(layer => hill(seed, layer, width, height, hue)).join('');
  const sky = `<linearGradient id="s" x2="0" y2="1"><stop stop-color="hsl(${hue} 45% 22%)"/><stop offset="1" stop-color="hsl(${(hue + 50) % 360} 60% 58%)"/></linearGradient>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><defs>${sky}</defs><path fill="url(#s)" d="M0 0h${width}v${height}H0z"/><circle cx="${x}" cy="${y}" r="${radius}" fill="hsl(${(hue + 40) % 360} 90% 84%)"/>${hills}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg).replaceAll('%20', ' ').replaceAll('%3D', '=').replaceAll('%22', "'")}`;
}

function hill(seed: number, layer: number, width: number, height: number, hue: number): string {
  const base = height * (0.58 + layer * 0.13);
  const at = (step: number) => Math.round(base - height * 0.14 * chance(seed, 10 + layer * 5 + step));
  const path = `M0 ${height}V${at(0)}Q${width * 0.25} ${at(1)} ${width * 0.5} ${at(2)}T${width} ${at(3)}V${height}z`;
  return `<path fill="hsl(${(hue + 200 + layer * 12) % 360} 38% ${34 - layer * 9}%)" d="${path}"/>`;
}
