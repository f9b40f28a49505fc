import { describe, expect, it } from 'vitest';
import { type Glossary, glossaryFlaws, unusedTerms } from './glossary';
import type { Texts } from './locales';

const SMALL: Texts = { hello: 'Hello {name}', 'things.one': '{count} thing', 'things.other': '{count} things' };

describe('a glossary', () => {
  const terms = { thing: { is: ['thing'] }, hello: { is: ['hello'] } };
  const german = { hello: 'Hallo {name}', 'things.one': 'ein Ding', 'things.other': '{count} Dinge' };
  const flawsWith = (glossary: Glossary, texts: Texts = german) => glossaryFlaws('de', texts, glossary, SMALL, terms);
  const glossary = { thing: { is: ['Ding'] }, hello: { is: ['Hallo'] } };

  it('is kept to', () => expect(flawsWith(glossary)).toEqual([]));

  it.each([
    ['a term too few', { thing: { is: ['ding'] } }, 'de: its glossary lacks “hello”'],
    ['a term too many', { ...glossary, bye: { is: [] } }, 'de: its glossary has “bye”, which is in no other'],
    [
      'a term that is not used',
      { ...glossary, thing: { is: ['Sache'] } },
      'de: only 0 % of the texts about “thing” say so: not things.one, things.other',
    ],
    [
      'a word that was not chosen',
      { ...glossary, hello: { is: ['Hallo'], never: ['ding'] } },
      'de: things.one says “hello” in another word than the glossary',
    ],
  ])('fails with %s', (_, given, flaw) => expect(flawsWith(given)).toContain(flaw));

  it('has no term that English lacks', () => {
    expect(unusedTerms(SMALL, { ...terms, bye: { is: ['bye'] } })).toEqual(['no text speaks of “bye”']);
  });
});
