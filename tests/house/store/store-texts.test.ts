import { describe, expect, it } from 'vitest';
import { glossaries, locales, stores } from '@/tests/house/texts/files';
import { glossaryFlaws } from '@/tests/house/texts/glossary';

const length = (text: string | undefined): number => [...(text ?? '')].length;
const names = [...locales.keys()];
const english = stores.get('en') ?? {};

/** What each store takes, in characters: name and short description are the manifest's. */
const LIMITS = {
  chrome: { name: 75, short: 132 },
  edge: { name: 45, short: 132, least: 250, most: 10_000 },
  firefox: { name: 50, summary: 250 },
} as const;

describe('the texts for the stores', () => {
  it('are there in every language', () => {
    expect(names).toContain('en');
    expect([...stores.keys()]).toEqual(names);
  });

  it.each(names)('%s fits into every store', name => {
    const store = stores.get(name) ?? {};
    const locale = locales.get(name) ?? {};
    expect(Object.keys(store)).toEqual(['summary', 'description']);
    const title = length(locale['extension.name']);
    expect(title).toBeGreaterThan(0);
    for (const limit of Object.values(LIMITS)) expect(title).toBeLessThanOrEqual(limit.name);
    const short = length(locale['extension.description']);
    expect(short).toBeGreaterThan(0);
    expect(short).toBeLessThanOrEqual(LIMITS.chrome.short);
    expect(length(store.summary)).toBeGreaterThan(0);
    expect(length(store.summary)).toBeLessThanOrEqual(LIMITS.firefox.summary);
    expect(length(store.description)).toBeGreaterThanOrEqual(LIMITS.edge.least);
    expect(length(store.description)).toBeLessThanOrEqual(LIMITS.edge.most);
  });

  it('say in each language what they say in English', () => {
    const shapeOf = (text = '') =>
      text.split('\n').map(line => (line === '' ? '' : line.startsWith('• ') ? '•' : 'text'));
    for (const name of names)
      expect([name, shapeOf(stores.get(name)?.description)]).toEqual([name, shapeOf(english.description)]);
  });

  it('keep to the glossary of their language', () => {
    const terms = glossaries.get('en') ?? {};
    const flaws = names.flatMap(name =>
      name === 'en' ? [] : glossaryFlaws(name, stores.get(name) ?? {}, glossaries.get(name) ?? {}, english, terms),
    );
    expect(flaws).toEqual([]);
  });
});
