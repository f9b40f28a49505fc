import { describe, expect, it } from 'vitest';
import type { VaultItemRow } from '@/sandbox/records.ts';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { filterEntries } from '@/utils/vault-view/filter-items';
import { prepare } from '@/utils/vault-view/prepare';
import { SORT_KEYS } from '@/utils/vault-view/sort-items';
import { FACETS, WHOLE } from '@/utils/vault-view/view';
import { idsOf, keyOf, startShownVaults } from './shown-vaults.ts';
import { VAULTS } from './three-vaults.ts';

/** What the page shows of three vaults, compared with the sandbox's own database. */
const { vaultOf, show, expected } = startShownVaults();

describe.each(VAULTS)('the vault of %s', name => {
  it('is shown whole', () => {
    expect(idsOf(show(name, {}))).toEqual(expected(name, () => true));
  });

  it.each(FACETS)('is filtered by each %s, and by two at once', facet => {
    const values = [...new Set(vaultOf(name).rows.map(row => row[facet]))];
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) {
      const shown = show(name, { chosen: { ...WHOLE.chosen, [facet]: [value] } });
      expect(idsOf(shown)).toEqual(expected(name, row => row[facet] === value));
    }
    const two = values.slice(0, 2);
    const shown = show(name, { chosen: { ...WHOLE.chosen, [facet]: two } });
    expect(idsOf(shown)).toEqual(expected(name, row => two.includes(row[facet])));
  });

  it('counts for each value what choosing it would show, whatever else is chosen', () => {
    const [first] = vaultOf(name).rows;
    const view = { ...WHOLE, query: 'o', chosen: { ...WHOLE.chosen, type: [first?.type ?? ''] } };
    const { facets } = filterEntries(prepare(vaultOf(name).items), view);
    for (const facet of FACETS) {
      expect(facets[facet].map(({ value }) => value).sort()).toEqual(
        [...new Set(vaultOf(name).rows.map(row => row[facet]))].sort(),
      );
      for (const { value, count } of facets[facet]) {
        expect(count, `${facet} ${value}`).toBe(
          show(name, { ...view, chosen: { ...view.chosen, [facet]: [value] } }).length,
        );
      }
    }
  });

  it.each(['added', 'created'] as const)('is filtered by the day on which it was %s, bounds included', range => {
    const column = `${range}At` as const;
    const dates = vaultOf(name).rows.flatMap(row => row[column] ?? []);
    const day = (iso: string): string => {
      const at = new Date(iso);
      return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(part => String(part).padStart(2, '0')).join('-');
    };
    for (const iso of [dates[0], dates[Math.floor(dates.length / 2)], dates.at(-1)]) {
      const bound = day(iso ?? '');
      // Texts of days compare like the days they name.
      const isOn = (compare: (day: string) => boolean) => (row: VaultItemRow) =>
        row[column] !== null && compare(day(row[column]));
      expect(idsOf(show(name, { [range]: { from: bound } }))).toEqual(
        expected(
          name,
          isOn(each => each >= bound),
        ),
      );
      expect(idsOf(show(name, { [range]: { to: bound } }))).toEqual(
        expected(
          name,
          isOn(each => each <= bound),
        ),
      );
      expect(idsOf(show(name, { [range]: { from: bound, to: bound } }))).toEqual(
        expected(
          name,
          isOn(each => each === bound),
        ),
      );
    }
  });

  it.each(SORT_KEYS)('is sorted by %s, both ways, without losing anything', key => {
    const ascending = show(name, { sort: key, isDescending: false });
    const descending = show(name, { sort: key, isDescending: true });
    expect(idsOf(ascending)).toEqual(expected(name, () => true));
    const values = (items: MirroredItem[]) => items.map(item => keyOf(item, key)).filter(value => value !== '');
    const inOrder = values(ascending).sort((a, b) =>
      typeof a === 'number' ? a - Number(b) : a.localeCompare(String(b), 'en', { numeric: true }),
    );
    expect(values(ascending)).toEqual(inOrder);
    // Of equal values the order is ours; the values themselves turn round.
    expect(values(descending)).toEqual([...inOrder].reverse());
    for (const items of [ascending, descending]) {
      const lacking = items.map(item => keyOf(item, key) === '');
      expect(lacking).toEqual([...lacking].sort());
    }
  });
});
