import { expect, it } from 'vitest';
import { shortenedTexts } from './sentences';

const english = { late: 'It was too late: it was sent. You can add it again.', one: 'All is well.' };
const flawsOf = (late: string) => shortenedTexts('de', { late, one: 'Alles gut' }, english);

it('a translation says as much as the English text', () => {
  expect(flawsOf('Es war zu spät: Es wurde gesendet. Du kannst sie wieder hinzufügen.')).toEqual([]);
  expect(flawsOf('Es war zu spät; es wurde gesendet. Füge sie wieder hinzu!')).toEqual([]);
  expect(flawsOf('Es war zu spät: Es wurde gesendet.')).toEqual(['de: late says less than the English text']);
});
