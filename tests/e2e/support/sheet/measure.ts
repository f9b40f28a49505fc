import type { Page } from 'puppeteer-core';
import { type Pixels, readPng } from './read-png.ts';

/** What a screenshot shows of one chip. Shares are of its outline, from 0 to 1. */
export type Measured = {
  what: string;
  /** Where one edge of the ring has 3 : 1 or more against the picture. */
  ring: number;
  /** Where the chip has it against the edge beside it. */
  edge: number;
  /** The share of the icon's box that has it against the chip. */
  glyph: number;
  /** The icon's shape, field by field. */
  shape: string;
};

type Box = { x: number; y: number; width: number; height: number };
type Chip = { what: string; chip: Box; icon: Box };
/** The relative luminance (WCAG 2.2) of a point, in CSS pixels. */
type Light = (x: number, y: number) => number;

const LEAST = 3;
const POINTS = 160;
/** Where in an edge it is looked at, as shares of its width. */
const DEPTHS = [0.3, 0.5, 0.7];
/** Fields of an icon's box in each direction. */
const FIELDS = 12;

/** Every chip of the sheet, measured in a screenshot with `scale` pixels for each CSS pixel. */
export async function measureChips(page: Page, shot: Uint8Array, scale: number): Promise<Measured[]> {
  const light = lightOf(readPng(shot), scale);
  return (await chipsOf(page)).map(chip => ({ ...alongOutline(chip, light), ...insideOf(chip, light) }));
}

function chipsOf(page: Page): Promise<Chip[]> {
  return page.evaluate(() => {
    const boxOf = (element: Element) => element.getBoundingClientRect().toJSON();
    return [...document.querySelectorAll<HTMLElement>('[data-picture] [data-vaulted]')].flatMap(host => {
      const chip = host.shadowRoot?.querySelector('.chip');
      const icon = host.shadowRoot?.querySelector('[part="icon"]');
      const picture = host.closest<HTMLElement>('[data-picture]')?.dataset.picture;
      const { vaultedKind = 'badge', vaulted } = host.dataset;
      return chip && icon
        ? { what: `${vaultedKind} ${vaulted} on ${picture}`, chip: boxOf(chip), icon: boxOf(icon) }
        : [];
    });
  });
}

function lightOf({ width, channels, data }: Pixels, scale: number): Light {
  const linear = (value = 0): number => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return (x, y) => {
    const at = channels * (Math.floor(y * scale) * width + Math.floor(x * scale));
    return 0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2]);
  };
}

function stands(one: number, other: number): boolean {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= LEAST;
}

/** The ring is 1.5 px light and as much dark; of the smallest chips 1 px. */
function edgeOf({ height }: Box): number {
  return height <= 12 ? 1 : 1.5;
}

function alongOutline({ what, chip }: Chip, light: Light): Pick<Measured, 'what' | 'ring' | 'edge'> {
  const [radius, thin] = [chip.height / 2, edgeOf(chip)];
  let [ring, edge] = [0, 0];
  for (let point = 0; point < POINTS; point += 1) {
    const angle = (2 * Math.PI * point) / POINTS;
    const end = (chip.width / 2 - radius) * Math.sign(Math.cos(angle));
    /** So far outside of the chip's outline, at one of its round ends. */
    const off = (by: number): number =>
      light(
        chip.x + chip.width / 2 + end + (radius + by) * Math.cos(angle),
        chip.y + radius + (radius + by) * Math.sin(angle),
      );
    // A pixel that two edges share has a colour between theirs: each edge is what it is at its middle.
    const bright = Math.max(...DEPTHS.map(depth => off(-depth * thin)));
    const dark = Math.min(...DEPTHS.map(depth => off(depth * thin)));
    const beyond = off(thin + 1);
    if (stands(bright, beyond) || stands(dark, beyond)) ring += 1;
    if (stands(off(-thin - 0.75), bright)) edge += 1;
  }
  return { what, ring: ring / POINTS, edge: edge / POINTS };
}

function insideOf({ chip, icon }: Chip, light: Light): Pick<Measured, 'glyph' | 'shape'> {
  const ground = light(chip.x + chip.width / 2, chip.y + edgeOf(chip) + 1.25);
  let shape = '';
  for (let field = 0; field < FIELDS * FIELDS; field += 1) {
    const [column, row] = [(field % FIELDS) + 0.5, Math.floor(field / FIELDS) + 0.5];
    const at = light(icon.x + (column * icon.width) / FIELDS, icon.y + (row * icon.height) / FIELDS);
    shape += stands(at, ground) ? 'x' : '.';
  }
  return { glyph: shape.replaceAll('.', '').length / shape.length, shape };
}

/** The share of the fields that two shapes have in common, of all that either has. */
export function likeness(one: string, other: string): number {
  const count = (isIn: (index: number) => boolean): number => [...one].filter((_, index) => isIn(index)).length;
  const both = count(index => one[index] === 'x' && other[index] === 'x');
  return both / count(index => one[index] === 'x' || other[index] === 'x');
}
