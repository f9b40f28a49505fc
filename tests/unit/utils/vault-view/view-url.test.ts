import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONCERNS } from '@/utils/vault-view/concerns';
import { SORT_KEYS } from '@/utils/vault-view/sort-items';
import { countFilters, isWhole, sortBy, toggleChoice, type View, WHOLE } from '@/utils/vault-view/view';
import { readOpened, readView, writeView } from '@/utils/vault-view/view-url';

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));
const range = fc.record({ from: day, to: day }, { requiredKeys: [] });
const values = fc.uniqueArray(fc.string({ unit: 'grapheme' }), { maxLength: 4 });
const anyView: fc.Arbitrary<View> = fc.record({
  query: fc.string({ unit: 'grapheme' }),
  chosen: fc.record({ type: values, baseModel: values, category: values, status: values }),
  concerns: fc.subarray([...CONCERNS]),
  added: range,
  created: range,
  sort: fc.constantFrom(...SORT_KEYS),
  isDescending: fc.boolean(),
});

describe('the address of a view', () => {
  it('leads back to it, whatever is in it', () => {
    fc.assert(
      fc.property(anyView, view => {
        expect(readView(writeView(view))).toEqual(view);
      }),
    );
  });

  it('is empty for the whole vault', () => {
    expect(writeView(WHOLE)).toBe('');
    expect(readView('')).toEqual(WHOLE);
  });

  it('reads like the API’s', () => {
    const view = toggleChoice({ ...WHOLE, query: 'fox', added: { from: '2025-01-31' } }, 'type', 'LORA');
    expect(writeView(sortBy(view, 'name'))).toBe('query=fox&types=LORA&dateAddedFrom=2025-01-31&sort=name');
  });

  it('keeps the empty category and one with a comma', () => {
    const view = toggleChoice(toggleChoice(WHOLE, 'category', ''), 'category', 'a,b');
    expect(readView(writeView(view)).chosen.category).toEqual(['', 'a,b']);
  });

  it.each(['sort=nonsense&order=up', 'dateAddedFrom=2025-02-30', 'dateAddedTo=yesterday&utm=1', 'sort=__proto__'])(
    'takes %s for nothing',
    text => {
      expect(readView(text)).toEqual(WHOLE);
    },
  );
});

it('an address may name a version beside the view', () => {
  expect([readOpened('version=2514310&query=x'), readOpened('version=x'), readOpened('')]).toEqual([
    2514310,
    undefined,
    undefined,
  ]);
});

describe('a view', () => {
  it('sorts each way in turn, and starts as the API does', () => {
    expect(sortBy(WHOLE, 'name')).toMatchObject({ sort: 'name', isDescending: false });
    expect(sortBy(sortBy(WHOLE, 'name'), 'name').isDescending).toBe(true);
    expect(sortBy(WHOLE, 'modelSize').isDescending).toBe(true);
    expect(sortBy(WHOLE, 'added').isDescending).toBe(false);
  });

  it('counts its filters, and knows when there are none', () => {
    const one = toggleChoice(WHOLE, 'status', 'Failed');
    expect([countFilters(WHOLE), countFilters(one), countFilters({ ...one, created: { to: '2025-01-01' } })]).toEqual([
      0, 1, 2,
    ]);
    expect(isWhole(toggleChoice(one, 'status', 'Failed'))).toBe(true);
    expect([isWhole(one), isWhole({ ...WHOLE, query: 'x' })]).toEqual([false, false]);
    expect(isWhole(sortBy(WHOLE, 'name'))).toBe(true);
  });
});
