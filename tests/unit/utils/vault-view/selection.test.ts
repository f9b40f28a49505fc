import { describe, expect, it } from 'vitest';
import { prepare } from '@/utils/vault-view/prepare';
import { addAll, dropAll, extendTo, NOTHING_SELECTED, prune, toggleItem } from '@/utils/vault-view/selection';
import { itemWith } from './items';

describe('a selection', () => {
  const entries = prepare([1, 2, 3, 4, 5].map(n => itemWith(n)));

  it('grows to where shift is pressed, and shrinks the same way', () => {
    const one = toggleItem(NOTHING_SELECTED, 2);
    const four = extendTo(one, entries, 2, 5);
    expect([...four]).toEqual([2, 3, 4, 5]);
    const less = toggleItem(four, 5);
    expect([...extendTo(less, entries, 5, 4)]).toEqual([2, 3]);
    expect([...extendTo(one, entries, 2, 1)].sort()).toEqual([1, 2]);
  });

  it('changes one item where the other end is not shown any more', () => {
    expect([...extendTo(NOTHING_SELECTED, entries, 99, 3)]).toEqual([3]);
    expect([...extendTo(NOTHING_SELECTED, entries, undefined, 3)]).toEqual([3]);
  });

  it('selects or unselects everything shown, and forgets items that are gone', () => {
    const all = addAll(new Set([77]), entries);
    expect(all.size).toBe(6);
    expect([...dropAll(all, entries)]).toEqual([77]);
    expect([...prune(all, entries.slice(0, 2))]).toEqual([1, 2]);
    const same = new Set([1]);
    expect(prune(same, entries)).toBe(same);
  });
});
