import { describe, expect, it } from 'vitest';
import { files, read } from '@/tests/house/tree';

const stores = files.filter(file => /^\.github\/store\/[\w-]+\.json$/.test(file));
const localeOf = (file: string): string => file.replace('.github/store', 'locales');
const length = (text: string | undefined): number => [...(text ?? '')].length;

/** What each store takes, in characters: name and short description are the manifest's. */
const LIMITS = {
  chrome: { name: 75, short: 132 },
  edge: { name: 45, short: 132, least: 250, most: 10_000 },
  firefox: { name: 50, summary: 250 },
} as const;

describe('the texts for the stores', () => {
  it('are there in English', () => {
    expect(stores).toContain('.github/store/en.json');
  });

  it.each(stores)('%s fits into every store', file => {
    const store: Record<string, string> = JSON.parse(read(file));
    const locale: Record<string, string> = JSON.parse(read(localeOf(file)));
    expect(Object.keys(store)).toEqual(['summary', 'description']);
    const name = length(locale['extension.name']);
    expect(name).toBeGreaterThan(0);
    for (const limit of Object.values(LIMITS)) expect(name).toBeLessThanOrEqual(limit.name);
    const short = length(locale['extension.description']);
    expect(short).toBeGreaterThan(0);
    expect(short).toBeLessThanOrEqual(LIMITS.chrome.short);
    expect(length(store.summary)).toBeGreaterThan(0);
    expect(length(store.summary)).toBeLessThanOrEqual(LIMITS.firefox.summary);
    expect(length(store.description)).toBeGreaterThanOrEqual(LIMITS.edge.least);
    expect(length(store.description)).toBeLessThanOrEqual(LIMITS.edge.most);
  });
});
