import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iconRules, PATHS } from '@/entrypoints/civitai.content/dom/icons.ts';
import { PICTURES } from './pictures.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'entrypoints', 'civitai.content');
const style = (...files: string[]) => files.map(file => readFileSync(join(folder, file), 'utf8')).join('\n');

const STATES = ['in', 'pending', 'failed', 'out', 'unknown', 'busy', 'error'] as const;
const ofMarks = `${style('dom/base.css', 'marks/card-mark.css')}${iconRules()}`;
const ofBadges = style('dom/base.css', 'dom/on-demand.css', 'model-page/version-mark.css');

type Mark = { kind: string; state: keyof typeof PATHS; count?: number; isOld?: boolean };

/** As card-mark.ts makes it; the test of that file holds its parts. */
function markOf({ kind, state, count, isOld = false }: Mark): string {
  const counted = count === undefined ? '' : ` data-count="${count}"`;
  return `<span class="at ${counted && 'wide'}"><span data-vaulted-kind="${kind}" data-vaulted="${state}" data-vaulted-always ${isOld ? 'data-vaulted-old' : ''}>
    <template shadowrootmode="open"><style>${ofMarks} [part="icon"] { animation: none !important }</style>
    <button class="button chip"${counted}><span part="icon"></span></button></template></span></span>`;
}

/** As version-marks.ts makes it. */
function badgeOf(state: keyof typeof PATHS): string {
  return `<span class="at"><span data-vaulted-ui="badge" data-vaulted="${state}"><template shadowrootmode="open"><style>${ofBadges}</style>
    <div class="chip" data-state="${state}"><svg part="icon" viewBox="0 0 24 24" fill="none" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
    <path d="${PATHS[state]}"/></svg></div></template></span></span>`;
}

const links = STATES.map(
  state => `<p>A link to <a href="#" data-vaulted="${state}">Amber Drift ${state}</a> in a text</p>`,
);

/** A page with every mark in every state on every picture, and the links that are marked by style. */
export function sheetOf(scheme: 'dark' | 'light'): string {
  const kinds = ['card', 'row', 'line'].map(kind => STATES.map(state => markOf({ kind, state })).join(''));
  const counted = markOf({ kind: 'card', state: 'in', count: 12 }) + markOf({ kind: 'card', state: 'in', isOld: true });
  const badges = STATES.filter(state => state !== 'out')
    .map(badgeOf)
    .join('');
  const tiles = Object.entries(PICTURES).map(
    ([name, picture]) =>
      `<section data-picture="${name}" style='background: ${picture}'>${[...kinds, counted + badges].map(row => `<div>${row}</div>`).join('')}</section>`,
  );
  const [back, front] = scheme === 'dark' ? ['#1a1b1e', '#c1c2c5'] : ['#fefefe', '#222'];
  return `<!doctype html><html style="color-scheme: ${scheme}; --mantine-color-body: ${back}"><style>${style('dom/page.css')}
    body { display: grid; grid-template-columns: repeat(3, 380px); gap: 10px; margin: 10px; background: ${back}; color: ${front}; font: 16px/1.55 sans-serif }
    section { padding: 12px; forced-color-adjust: none } section div { display: flex; gap: 12px; padding: 6px }
    .at { flex: none; position: relative; width: 30px; height: 30px } .wide { width: 56px } p { margin: 0 } a { color: inherit; text-decoration: none }
    .at > span { inset: 0 auto auto 0 !important }
    </style><body>${tiles.join('')}<div>${links.join('')}</div></body></html>`;
}
