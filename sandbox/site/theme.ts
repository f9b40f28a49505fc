type Palette = readonly [string, string, string, string, string, string, string, string, string, string];

const palettes: { [name: string]: Palette } = {
  dark: ['#C1C2C5', '#A6A7AB', '#909296', '#5c5f66', '#373A40', '#2C2E33', '#25262B', '#1A1B1E', '#141517', '#101113'],
  gray: ['#f8f9fa', '#f1f3f5', '#e9ecef', '#dee2e6', '#ced4da', '#adb5bd', '#868e96', '#495057', '#343a40', '#212529'],
  red: ['#fff5f5', '#ffe3e3', '#ffc9c9', '#ffa8a8', '#ff8787', '#ff6b6b', '#fa5252', '#f03e3e', '#e03131', '#c92a2a'],
  violet: [
    '#f3f0ff',
    '#e5dbff',
    '#d0bfff',
    '#b197fc',
    '#9775fa',
    '#845ef7',
    '#7950f2',
    '#7048e8',
    '#6741d9',
    '#5f3dc4',
  ],
  blue: ['#e7f5ff', '#d0ebff', '#a5d8ff', '#74c0fc', '#4dabf7', '#339af0', '#228BE6', '#1c7ed6', '#1971C2', '#1864ab'],
  teal: ['#e6fcf5', '#c3fae8', '#96f2d7', '#63e6be', '#38d9a9', '#20c997', '#12b886', '#0ca678', '#099268', '#087f5b'],
  green: ['#ebfbee', '#d3f9d8', '#b2f2bb', '#8CE99A', '#69db7c', '#51cf66', '#40C057', '#37b24d', '#2F9E44', '#2b8a3e'],
  yellow: [
    '#fff9db',
    '#fff3bf',
    '#ffec99',
    '#ffe066',
    '#ffd43b',
    '#fcc419',
    '#fab005',
    '#f59f00',
    '#f08c00',
    '#e67700',
  ],
  orange: [
    '#fff4e6',
    '#ffe8cc',
    '#ffd8a8',
    '#ffc078',
    '#ffa94d',
    '#ff922b',
    '#fd7e14',
    '#f76707',
    '#e8590c',
    '#d9480f',
  ],
  success: [
    '#9EF0D7',
    '#7EEAC9',
    '#5FE3BB',
    '#42DCAE',
    '#27D4A1',
    '#1EBD8E',
    '#1AA97F',
    '#179670',
    '#148562',
    '#117557',
  ],
};

function rgba(hex: string, alpha: number): string {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return `rgba(${channel(1)}, ${channel(3)}, ${channel(5)}, ${alpha})`;
}

/** The variants Mantine derives from a palette: shade 6 by day, 8 by night (site-facts.md D). */
function variants(name: string, palette: Palette, isDark: boolean): string {
  const filled = isDark ? 8 : 6;
  return [
    `--mantine-color-${name}-text:${palette[isDark ? 4 : filled]}`,
    `--mantine-color-${name}-filled:${palette[filled]}`,
    `--mantine-color-${name}-filled-hover:${palette[filled + 1]}`,
    `--mantine-color-${name}-light:${rgba(palette[6], isDark ? 0.15 : 0.1)}`,
    `--mantine-color-${name}-light-hover:${rgba(palette[6], isDark ? 0.2 : 0.12)}`,
    `--mantine-color-${name}-light-color:${palette[isDark ? 3 : 6]}`,
    `--mantine-color-${name}-outline:${palette[isDark ? 4 : 6]}`,
  ].join(';');
}

const sizes = ['xs', 'sm', 'md', 'lg', 'xl'];

function scale(name: string, values: string[]): string {
  return sizes.map((size, index) => `--mantine-${name}-${size}:${values[index]}`).join(';');
}

const constants = [
  '--mantine-scale:1',
  '--mantine-color-white:#fff',
  '--mantine-color-black:#222',
  '--mantine-z-index-modal:200',
  '--mantine-line-height:1.55',
  '--mantine-primary-color-filled:var(--mantine-color-blue-filled)',
  '--mantine-font-family:-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica, Arial, sans-serif, Apple Color Emoji, Segoe UI Emoji',
  '--mantine-font-family-monospace:ui-monospace, SFMono-Regular, Menlo, Monaco, Consolas, Liberation Mono, Courier New, monospace',
  scale('radius', ['.125rem', '.25rem', '.5rem', '1rem', '2rem']),
  '--mantine-radius-default:.25rem',
  scale('spacing', ['.625rem', '.75rem', '1rem', '1.25rem', '2rem']),
  scale('font-size', ['.75rem', '.875rem', '1rem', '1.125rem', '1.25rem']),
  '--mantine-shadow-sm:0 1px 3px rgba(0,0,0,.05), rgba(0,0,0,.05) 0 10px 15px -5px, rgba(0,0,0,.04) 0 7px 7px -5px',
  '--mantine-shadow-md:0 1px 3px rgba(0,0,0,.05), rgba(0,0,0,.05) 0 20px 25px -5px, rgba(0,0,0,.04) 0 10px 10px -5px',
].join(';');

const light = [
  '--mantine-color-scheme:light',
  '--mantine-color-body:#fefefe',
  '--mantine-color-text:#222',
  '--mantine-color-bright:#222',
  '--mantine-color-dimmed:var(--mantine-color-gray-6)',
  '--mantine-color-anchor:var(--mantine-color-blue-6)',
  '--mantine-color-default:#fff',
  '--mantine-color-default-hover:var(--mantine-color-gray-0)',
  '--mantine-color-default-color:#222',
  '--mantine-color-default-border:var(--mantine-color-gray-4)',
  '--mantine-color-placeholder:var(--mantine-color-gray-5)',
].join(';');

const dark = [
  '--mantine-color-scheme:dark',
  '--mantine-color-body:#1A1B1E',
  '--mantine-color-text:#C1C2C5',
  '--mantine-color-bright:#fff',
  '--mantine-color-dimmed:var(--mantine-color-dark-2)',
  '--mantine-color-anchor:var(--mantine-color-blue-4)',
  '--mantine-color-default:#25262B',
  '--mantine-color-default-hover:var(--mantine-color-dark-5)',
  '--mantine-color-default-color:#fff',
  '--mantine-color-default-border:#373A40',
  '--mantine-color-placeholder:var(--mantine-color-dark-3)',
].join(';');

/** Mantine's variables for both schemes, with the site's names and values (site-facts.md D). */
export function themeCss(): string {
  const all = Object.entries(palettes);
  const shades = all.flatMap(([name, palette]) => palette.map((shade, n) => `--mantine-color-${name}-${n}:${shade}`));
  const derived = (isDark: boolean) => all.map(([name, palette]) => variants(name, palette, isDark)).join(';');
  return [
    `:root,:host{${constants};${shades.join(';')}}`,
    `:root[data-mantine-color-scheme="light"],:host([data-mantine-color-scheme="light"]){${light};${derived(false)};color-scheme:light}`,
    `:root[data-mantine-color-scheme="dark"],:host([data-mantine-color-scheme="dark"]){${dark};${derived(true)};color-scheme:dark}`,
  ].join('\n');
}
