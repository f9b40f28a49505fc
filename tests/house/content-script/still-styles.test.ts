import { describe, expect, it } from 'vitest';
import { files, read } from '@/tests/house/tree';

/** Each gives an element a compositor layer or an effect of its own, which a page with hundreds of marks pays in every frame. */
const COSTLY: Record<string, RegExp> = {
  'filters what is painted': /^(-webkit-)?(backdrop-)?filter$/,
  'makes a layer': /^(will-change|perspective|backface-visibility|transform-style|isolation|mix-blend-mode)$/,
  'masks what is painted': /^(-webkit-)?mask(-.+)?$/,
  'is an effect of its own: a colour with alpha is none': /^opacity$/,
  'keeps the page painting': /^(-webkit-)?transition(-.+)?$/,
};
const IN_SCRIPTS = /\.style\.(opacity|filter|backdropFilter|willChange|transition)\b|\.animate\(/;

type Declaration = { property: string; value: string };

function declarationsIn(css: string): Declaration[] {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...text.matchAll(/([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(([, property = '', value = '']) => ({
    property,
    value,
  }));
}

/** A sentence for every declaration that costs the page something while nothing happens. */
function restless(file: string, css: string): string[] {
  return declarationsIn(css).flatMap(({ property, value }) => {
    const [reason] = Object.entries(COSTLY).find(([, pattern]) => pattern.test(property)) ?? [];
    const isEndless = /^animation(-iteration-count)?$/.test(property) && /\binfinite\b/.test(value);
    if (isEndless) return [`${file}: an animation without an end`];
    return reason === undefined ? [] : [`${file}: ${property} ${reason}`];
  });
}

const ours = files.filter(file => file.startsWith('entrypoints/civitai.content/'));

describe('what stands on the page', () => {
  it('is still: no filter, no effect, no layer, no animation without an end', () => {
    const sheets = ours.filter(file => file.endsWith('.css'));
    expect(sheets.length).toBeGreaterThan(5);
    expect(sheets.flatMap(file => restless(file, read(file)))).toEqual([]);
  });

  it('is not set in motion by a script either', () => {
    const scripts = ours.filter(file => file.endsWith('.ts'));
    expect(scripts.length).toBeGreaterThan(20);
    expect(scripts.filter(file => IN_SCRIPTS.test(read(file)))).toEqual([]);
  });

  it('fails by one declaration, in a rule or in a list of rules, but not by its name in a comment', () => {
    const css = `/* no filter: none; */ :host { stroke-opacity: 0.4; animation: turn 1s linear 60; transition: opacity 1s }
      @media (hover: hover) { a:hover { backdrop-filter: blur(2px); opacity: 0 } b { animation: turn 1s infinite; will-change: top; } }`;
    expect(restless('a.css', css).map(sentence => sentence.split(' ')[1])).toEqual([
      'transition',
      'backdrop-filter',
      'opacity',
      'an',
      'will-change',
    ]);
    expect(IN_SCRIPTS.test("host.style.opacity = '0'")).toBe(true);
  });
});
