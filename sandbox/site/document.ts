import type { NextData } from '@/sandbox/site/app/data/page-props.ts';

const LATE_ENOUGH_MS = 150;

const HEAD_SCRIPT =
  'try{var s=window.localStorage.getItem("mantine-color-scheme-value");var c=s==="light"||s==="dark"?s:"light";document.documentElement.setAttribute("data-mantine-color-scheme",c)}catch(e){}';

/** What stands around the rendered tree. */
export type Document = {
  title: string;
  html: string;
  nextData: NextData;
  /** Names of the style sheet and of the script. */
  style: string;
  script: string;
  hydrationMeasure: boolean;
  hydrationDelayMs: number | undefined;
  liveCounters: boolean;
};

/** Text as it may stand in HTML, in attributes too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`);
}

/** JSON that can stand in a script element: no markup, no line separators. */
function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function bodyScript(fallback: string): string {
  return `try{var s=localStorage.getItem("mantine-color-scheme-value");document.documentElement.setAttribute("data-mantine-color-scheme",s==="light"||s==="dark"?s:"${fallback}")}catch(e){}`;
}

/**
 * The HTML shell. The scheme is `light` in the markup, right only after the script in the body (site-facts.md D). The
 * client hydrates a while after the document is there, so that a node inserted too early breaks it, as on the site (C.5).
 */
export function renderDocument({
  title,
  html,
  nextData,
  style,
  script,
  hydrationDelayMs = LATE_ENOUGH_MS,
  ...settings
}: Document): string {
  const { colorScheme, domain } = nextData.props.pageProps;
  const config = JSON.stringify({ hydrationDelayMs, ...settings });
  return [
    '<!DOCTYPE html><html lang="en" data-mantine-color-scheme="light"><head><meta charset="utf-8"/>',
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    `<title>${escapeHtml(title)}</title>`,
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml"/>',
    '<style>@layer tailwind-preflight, theme, mantine, modules;</style>',
    `<link rel="stylesheet" href="${style}"/>`,
    `<script data-mantine-script="true">${HEAD_SCRIPT}</script>`,
    `<script>window.__sandbox=${config}</script>`,
    `<script src="${script}" defer=""></script>`,
    `</head><body class="${colorScheme}${domain === 'blue' ? ' red' : ''}">`,
    `<script>${bodyScript(colorScheme)}</script>`,
    `<div id="__next">${html}</div>`,
    `<script id="__NEXT_DATA__" type="application/json">${escapeJson(nextData)}</script>`,
    '</body></html>',
  ].join('');
}
