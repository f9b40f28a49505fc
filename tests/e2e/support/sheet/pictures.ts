/** What cards show, at its most extreme: each a CSS background. */
export const PICTURES = {
  white: '#fff',
  black: '#000',
  grey: '#808080',
  noise: `url("data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><filter id="n"><feTurbulence type="fractalNoise" baseFrequency=".6" numOctaves="3"/><feColorMatrix values="3 0 0 0 -1 0 3 0 0 -1 0 0 3 0 -1 0 0 0 0 1"/></filter><rect width="200" height="200" filter="url(#n)"/></svg>`,
  )}")`,
  skin: '#e0ac89',
  green: '#287d39',
  red: '#c92a2a',
  amber: '#b35309',
  blue: '#1971c2',
  text: `url("data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="14"><rect width="120" height="14" fill="#fff"/><text x="0" y="11" font-size="13" font-family="sans-serif">WORDS all over it</text></svg>`,
  )}")`,
  'from light to dark': 'linear-gradient(100deg, #fff, #000)',
  'many colours': 'conic-gradient(from 20deg, #f06, #fd0, #4c6, #06f, #93f, #f06)',
} as const;
