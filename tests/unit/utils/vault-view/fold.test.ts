import { describe, expect, it } from 'vitest';
import { fold, foldedWords } from '@/utils/vault-view/fold';

describe('fold', () => {
  it.each([
    ['WAI-illustrious', 'wai-ILLUSTRIOUS'],
    ['Café', 'CAFE'],
    ['Ångström', 'angstrom'],
    ['Cafe\u0301', 'Café'],
    ['Łódź', 'lodz'],
    ['Straße', 'STRASSE'],
    ['Ｆｕｌｌ Ｗｉｄｔｈ', 'full width'],
    ['ｶﾀｶﾅ', 'カタカナ'],
    ['ﬁnal', 'final'],
    ['❤️ love', '❤ love'],
    ['ΜΆΘΗΜΑ', 'μαθημα'],
    ['نَمُوذَج', 'نموذج'],
    ['İstanbul', 'istanbul'],
    ['ISPARTA', 'ısparta'],
    ['ΟΔΟΣ', 'οδος'],
    ['GROẞ', 'gross'],
    ['ſweet', 'SWEET'],
    ['Don’t', "don't"],
    ['Hawai‘i', "hawai'i"],
    ['L´Or', "l'or"],
    ['“Ink” «Circuit»', '"ink" "circuit"'],
    ['v1–5', 'v1-5'],
    ['v1\u20115', 'v1−5'],
    ['Ink\u00a0Circuit', 'ink circuit'],
    ['インク\u3000回路', 'インク 回路'],
    ['  Ink   Circuit\t', 'ink circuit'],
    ['so\u00adft', 'soft'],
    ['\ufeffInk\u200b', 'ink'],
    ['نمو\u200cذج', 'نموذج'],
    ['\u202eabc\u202c', 'abc'],
    ['ink\u3164', 'ink'],
  ])('%s and %s are one', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  it.each([
    ['か', 'が'],
    ['水', '氷'],
    ['🦊', '🐺'],
    ['ไก่', 'ไข่'],
    ['कि', 'की'],
  ])('%s and %s are two', (a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });
});

describe('foldedWords', () => {
  it.each([
    ['', []],
    [' \u3000\u200b', []],
    ['Circuit', ['circuit']],
    ['  Circuit  INK ', ['circuit', 'ink']],
  ])('of %j are %j', (query, words) => {
    expect(foldedWords(query)).toEqual(words);
  });
});
