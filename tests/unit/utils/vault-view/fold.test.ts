import { describe, expect, it } from 'vitest';
import { fold } from '@/utils/vault-view/fold';

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
