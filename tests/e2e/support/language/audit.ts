import type { Page } from 'puppeteer-core';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { type Painted, paintedSource, type Root } from './painted.ts';

// All of this runs in the page: each function may only use those that `source` has as well, and these of painted.ts.
declare function rootsIn(root: Root): Root[];
declare function withoutValues(text: string): string;
declare function paintedIn(root: Root): Painted[];
declare function clipsOf(element: Element): Element[];
declare function unitsOfSizes(): string;
declare function isFigure(text: string): boolean;

/** Where a box hides what is longer: an ellipsis comes where its padding begins, anything else is hidden at the edge. */
function edgesOf(clip: Element): { left: number; right: number; top: number; bottom: number } {
  const { left, right, top, bottom } = clip.getBoundingClientRect();
  const { textOverflow, paddingLeft, paddingRight } = getComputedStyle(clip);
  const [before, after] = textOverflow === 'ellipsis' ? [parseFloat(paddingLeft), parseFloat(paddingRight)] : [-1, -1];
  return { left: left + before, right: right - after, top, bottom };
}

/** Names may end with an ellipsis; words and figures may not. */
function cutOff({ node, element, words, boxes }: Painted): boolean {
  if (!words && !isFigure(node.data)) return false;
  const isOut = boxes.some(({ left, right }) => left < -1 || right > innerWidth + 1);
  return (
    isOut ||
    clipsOf(element).some(clip => {
      const { left, right, top, bottom } = edgesOf(clip);
      return boxes.some(
        box => box.left < left - 1 || box.right > right + 1 || box.top < top - 3 || box.bottom > bottom + 3,
      );
    })
  );
}

/** Pairs of texts that are painted over each other. */
function overlaps(all: Painted[]): string[] {
  const isFree = ({ element }: Painted) => !element.closest('thead, [role="columnheader"], header, .bar, .toolbar');
  const free = all.filter(isFree);
  return free.flatMap((one, index) =>
    free.slice(index + 1).flatMap(two => {
      const isOver = one.seen.some(a =>
        two.seen.some(b => {
          const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          return width > 3 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5;
        }),
      );
      return isOver ? [`${one.node.data} | ${two.node.data}`] : [];
    }),
  );
}

/** Texts whose pieces a flex box moves apart. */
function apart(all: Painted[]): string[] {
  const boxes = new Set(all.filter(({ words }) => words).map(({ element }) => element));
  const isApart = (box: Element) =>
    /flex|grid/.test(getComputedStyle(box).display) && box.querySelector(':scope > bdi');
  return [...boxes].filter(isApart).map(({ textContent }) => textContent);
}

/** Figures whose unit stands before the number. */
function turnedRound({ node }: Painted): boolean {
  const sizes = new RegExp(`([\\p{Nd}.,٫٬]+)([ \\u00a0\\u202f])(${unitsOfSizes()})`, 'gu');
  return [...node.data.matchAll(sizes)].some(({ index, 1: number = '', 3: unit = '' }) => {
    const [first, second] = [document.createRange(), document.createRange()];
    first.setStart(node, index);
    first.setEnd(node, index + number.length);
    second.setStart(node, index + number.length + 1);
    second.setEnd(node, index + number.length + 1 + unit.length);
    const [a, b] = [first.getBoundingClientRect(), second.getBoundingClientRect()];
    // A unit in letters that run from right to left belongs to the left of its number.
    const isTurned = /\p{Script=Arabic}/u.test(unit) ? a.left < b.left : a.left > b.left;
    return Math.abs(a.top - b.top) < 3 && isTurned;
  });
}

/** What is heard or seen on pointing, and accessible names that don't begin with what is seen. */
function namesIn(root: Root): string[] {
  const shown = [...root.querySelectorAll('*')].filter(each => each.checkVisibility({ visibilityProperty: true }));
  const attributes = ['title', 'alt', 'placeholder', 'aria-label', 'aria-description', 'aria-valuetext'];
  const spoken = shown.flatMap(each => attributes.map(name => ({ each, name, text: each.getAttribute(name) ?? '' })));
  const english = spoken.filter(
    ({ each, text }) => !each.closest('bdi, [dir="auto"]') && /[A-Za-z]{2}/.test(withoutValues(text)),
  );
  // Languages without spaces between words have none between the parts of a name either.
  const tidy = (text: string) => text.replace(/[\s\u2068\u2069]/g, '');
  const others = spoken.filter(({ each, name, text }) => {
    if (name !== 'aria-label' || !text || !each.matches('a, button, summary, [role="button"]')) return false;
    const seen = tidy(
      paintedIn(each)
        .map(({ node }) => node.data)
        .join(' '),
    );
    return !tidy(text).startsWith(seen);
  });
  return [
    ...english.map(({ name, text }) => `English: ${name}="${text}"`),
    ...others.map(({ each, text }) => `name “${text}” of “${each.textContent}”`),
  ];
}

/** All flaws of what is shown, in the topmost dialog alone if one is open. */
function audit(selector: string): string[] {
  const scopes = [...document.querySelectorAll(selector)].map(each => each.shadowRoot ?? each);
  const dialogs = scopes.flatMap(rootsIn).flatMap(root => [...root.querySelectorAll('dialog[open]')]);
  const roots = [...new Set((dialogs.length > 0 ? dialogs.slice(-1) : scopes).flatMap(rootsIn))];
  const all = roots.flatMap(paintedIn);
  return [
    ...(all.length > 0 ? [] : ['nothing is shown']),
    ...all.filter(({ words }) => /[A-Za-z]{2}/.test(words)).map(({ node }) => `English: ${node.data}`),
    ...all.filter(cutOff).map(({ node }) => `cut off: ${node.data}`),
    ...overlaps(all).map(pair => `over each other: ${pair}`),
    ...apart(all).map(text => `in pieces: ${text}`),
    ...all.filter(turnedRound).map(({ node }) => `turned round: ${node.data}`),
    ...roots.flatMap(namesIn),
  ];
}

const source = [paintedSource, edgesOf, cutOff, overlaps, apart, turnedRound, namesIn, audit].join('\n');

/**
 * What is wrong with the texts of a page: cut off, one over another, figures turned round; in a pseudo-language also what is English.
 * Accessible names must begin with what is seen. `selector`: where to look.
 */
export async function textFlaws(page: Page, { selector = 'body', isReal = false } = {}): Promise<string[]> {
  await openRoots(page);
  const found = await page.evaluate(
    `(() => { ${source}\nreturn JSON.stringify(audit(${JSON.stringify(selector)})); })()`,
  );
  const flaws: string[] = JSON.parse(String(found));
  // Names and quotes are Latin in every real language.
  return flaws.filter(flaw => !isReal || !flaw.startsWith('English'));
}
