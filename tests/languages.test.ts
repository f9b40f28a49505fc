import { expect, it } from 'vitest';
import { locales } from '@/tests/house/texts/files';
import { missingTexts } from '@/tests/house/texts/locales';

/** The languages that Vaulted has promised. */
const LANGUAGES = ['en', 'ar', 'de', 'es', 'fr', 'ja', 'ko', 'pl', 'pt_BR', 'ru', 'zh_CN', 'zh_TW'];

it('every text is there in every language', () => {
  expect([...locales.keys()]).toEqual(expect.arrayContaining(LANGUAGES));
  expect(missingTexts(locales)).toEqual([]);
});
