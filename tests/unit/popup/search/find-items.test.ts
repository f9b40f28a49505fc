import { describe, expect, it } from 'vitest';
import { knownItem } from '@/tests/unit/popup/host/fake-host';
import { findItems, prepareSearch } from '@/utils/vault-view/find-items';

const vault = prepareSearch([
  knownItem(1, { modelName: 'Old Fox', addedAt: '2026-01-01T00:00:00.000Z' }),
  knownItem(2, { modelName: 'Fox Spirit', addedAt: '2026-02-01T00:00:00.000Z' }),
  knownItem(3, { modelName: 'Élan', versionName: 'fox edition', addedAt: '2026-03-01T00:00:00.000Z' }),
  knownItem(4, { modelName: '水墨画', creatorName: 'FOXY', addedAt: '2026-04-01T00:00:00.000Z' }),
]);
const names = (text: string, most = 9) => findItems(vault, text, most).first.map(item => item.modelName);

describe('find', () => {
  it('searches model, version and creator; names that start with it come first, then the last additions', () => {
    expect(names('fox')).toEqual(['Fox Spirit', '水墨画', 'Élan', 'Old Fox']);
  });

  it('is blind to case, accents and spaces around', () => {
    expect(names(' ELAN ')).toEqual(['Élan']);
    expect(names('墨')).toEqual(['水墨画']);
  });

  it('finds the words of a search in any order, in any of the names', () => {
    expect(names('spirit fox')).toEqual(['Fox Spirit']);
    expect(names('edition élan')).toEqual(['Élan']);
    expect(names('spirit edition')).toEqual([]);
  });

  it('shows the first and counts all', () => {
    expect(findItems(vault, 'fox', 2)).toMatchObject({
      first: [{ modelName: 'Fox Spirit' }, { modelName: '水墨画' }],
      total: 4,
    });
    expect(findItems(vault, 'nothing like it', 2)).toEqual({ first: [], total: 0 });
  });

  it('looks at the prepared names of each of 5,000 items once, and reads nothing of the items themselves', () => {
    const items = Array.from({ length: 5_000 }, (_, n) => knownItem(n + 1, { modelName: `Módel ${n} with a name` }));
    let looks = 0;
    const counted = prepareSearch(items).map(({ names, ...entry }) => ({
      ...entry,
      item: new Proxy(entry.item, { get: () => expect.fail('a search reads the prepared names alone') }),
      get names() {
        looks += 1;
        return names;
      },
    }));
    const texts = ['m', 'mo', 'mod', 'mode', 'model 4999', 'x', 'name', 'no such', 'mó', 'ada'];
    const totals = texts.map(text => findItems(counted, text, 8).total);
    expect(totals).toEqual([5_000, 5_000, 5_000, 5_000, 1, 0, 5_000, 0, 5_000, 5_000]);
    expect(looks).toBe(5_000 * texts.length);
  });
});
