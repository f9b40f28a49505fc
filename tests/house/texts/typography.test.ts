import { describe, expect, it } from 'vitest';
import { keepTogether } from '@/.ci/build-plugins';
import { typographyFlaws } from './typography';

describe('words of one letter', () => {
  it.each([
    ['pl', 'Dodasz i usuniesz: w Vault, z {model}.', 'Dodasz i\u00a0usuniesz: w\u00a0Vault, z\u00a0{model}.'],
    ['pl', 'A i w tym', 'A\u00a0i\u00a0w\u00a0tym'],
    ['ru', '«В Vault» и в {count} с', '«В\u00a0Vault» и\u00a0в\u00a0{count} с'],
    ['ru', 'Добавить Vault', 'Добавить Vault'],
    ['es', 'Añadir y quitar a la vez', 'Añadir y quitar a la vez'],
  ])('stay with the next word in %s: %s', (language, text, built) => expect(keepTogether(language, text)).toBe(built));
});

describe('how a language sets its texts', () => {
  it.each([
    ['en', 'It’s “so”: 8\u00a0MB…'],
    ['de', 'So „geht“ es: ja!'],
    ['es', '¿«Quitar»? Sí.'],
    ['fr', 'Retirer «\u00a0{note}\u00a0»\u202f? Oui\u00a0: 8\u00a0Mo, à 14:05.'],
    ['pl', 'Usunąć „wersję”?'],
    ['pt_BR', 'Remover “isto”?'],
    ['ru', 'Удалить «это» через {seconds}\u00a0с?'],
    ['ja', '「これ」？'],
    ['ar', 'إزالة «هذا»؟'],
    ['xx', '「これ」 ?'],
  ])('is kept to in %s: %s', (file, text) => expect(typographyFlaws(file, { text })).toEqual([]));

  it.each([
    ['en', "It's so", 'has the signs of a typewriter'],
    ['en', 'So...', 'has the signs of a typewriter'],
    ['en', 'One - two', 'has a hyphen for a dash'],
    ['de', 'So “geht” es', 'quotes otherwise than „…“'],
    ['de', 'So „geht” es', 'quotes otherwise than „…“'],
    ['de', 'Geht es ?', 'has a space before a mark'],
    ['de', 'In {seconds} s', 'lets a unit leave its number'],
    ['en', '{size} GB', 'lets a unit leave its number'],
    ['ar', '{seconds} ث', 'lets a unit leave its number'],
    ['de', 'Wird entfernt …', 'has a space before its ellipsis'],
    ['es', 'Quitar?', 'doesn’t open what it closes'],
    ['fr', 'Retirer ?', 'has no narrow space before ; ! or ?'],
    ['fr', 'Retirer\u00a0?', 'has no narrow space before ; ! or ?'],
    ['fr', 'Oui: non', 'has no space before its colon'],
    ['fr', '«Retirer»', 'quotes otherwise than «\u00a0…\u00a0»'],
    ['fr', 'De 8 Mo', 'lets a unit leave its number'],
    ['ru', 'До 8 МБ', 'lets a unit leave its number'],
    ['ru', '“Это”', 'quotes otherwise than «…»'],
    ['ja', '“これ”', 'quotes otherwise than 「…」'],
    ['zh_CN', '最多 8 MB。', 'lets a unit leave its number'],
  ])('is missed in %s: %s', (file, text, flaw) =>
    expect(typographyFlaws(file, { text })).toEqual([`${file}: text ${flaw}`]),
  );
});
