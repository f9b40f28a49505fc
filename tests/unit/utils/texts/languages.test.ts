import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const { getMessage } = fakeBrowser.i18n;
afterAll(() => {
  Object.assign(fakeBrowser.i18n, { getMessage });
  vi.resetModules();
});

/** What a browser in another language makes of dates and figures. */
async function formatsIn(file: string) {
  const texts: Record<string, string> = JSON.parse(readFileSync(`locales/${file}.json`, 'utf8'));
  const named = new Map(Object.entries(texts).map(([key, text]) => [key.replace(/[.-]/g, '_'), text]));
  Object.assign(fakeBrowser.i18n, { getMessage: (name: string) => named.get(name) ?? '' });
  vi.resetModules();
  const { formatAgo, formatDate, formatNumber, formatParts } = await import('@/utils/texts/language');
  const { formatKb } = await import('@/utils/texts/format');
  return [
    formatDate(new Date(2026, 8, 27, 12).getTime()),
    formatNumber(1_234_567.5),
    formatKb(6_775_430),
    formatAgo(5, 'minute'),
    formatParts(['a', 'b']),
  ];
}

// A date has to fit into a column of the vault page, so none has more than 13 signs.
describe('a date, a figure, a size, an age and a list', () => {
  it.each([
    ['en', 'Sep 27, 2026', '1,234,567.5', '6.46\u00a0GB', '5 minutes ago', 'a, b'],
    ['de', '27.09.2026', '1.234.567,5', '6,46\u00a0GB', 'vor 5 Minuten', 'a und b'],
    ['es', '27 sept 2026', '1.234.567,5', '6,46\u00a0GB', 'hace 5 minutos', 'a y b'],
    ['fr', '27 sept. 2026', '1\u202f234\u202f567,5', '6,46\u00a0Go', 'il y a 5 minutes', 'a, b'],
    ['pl', '27 wrz 2026', '1\u00a0234\u00a0567,5', '6,46\u00a0GB', '5 minut temu', 'a i b'],
    ['pt_BR', '27/09/2026', '1.234.567,5', '6,46\u00a0GB', 'há 5 minutos', 'a, b'],
    ['ru', '27.09.2026', '1\u00a0234\u00a0567,5', '6,46\u00a0ГБ', '5 минут назад', 'a, b'],
  ])('are written in %s: %s', async (file, ...written) => {
    expect(await formatsIn(file)).toEqual(written);
  });
});
