import { describe, expect, it } from 'vitest';
import type { VaultItemRow } from '@/sandbox/records.ts';
import { ODD_NAMES } from './odd-vault.ts';
import { idsOf, startShownVaults } from './shown-vaults.ts';

/** What the page finds in three vaults, compared with the sandbox's own database. */
const { show, expected } = startShownVaults();

describe('the search', () => {
  const contains = (row: VaultItemRow, text: string): boolean => {
    const names = [row.modelName, row.versionName, row.creatorName].join('\n').toLowerCase();
    return text
      .toLowerCase()
      .split(' ')
      .every(word => names.includes(word));
  };

  it.each(['wai', 'WAI-ILLUS', 'v1', 'fox', '🦊', '👩‍🚀', '水墨', 'أسلوب', '☆', '(v2)', 'small', '%', '', ' '])(
    '%j finds in a small vault what the database has',
    query => {
      expect(idsOf(show('small', { query }))).toEqual(expected('small', row => contains(row, query)));
    },
  );

  it.each(['kept only here 1', 'Kept Only Here 4999', 'HARBOR', '🌸', '【', '改', 'نموذج', 'nothing like that'])(
    '%j finds among 5,000 what the database has',
    query => {
      expect(idsOf(show('huge', { query }))).toEqual(expected('huge', row => contains(row, query)));
    },
  );

  it.each(ODD_NAMES)('finds %j by its own name', query => {
    const found = idsOf(show('odd', { query }));
    for (const id of expected('odd', row => contains(row, query))) expect(found).toContain(id);
  });

  it.each([
    ['cafe', 'Café Ångström'],
    ['CAFÉ LOWER', 'CAFE\u0301 lower'],
    ['angstrom', 'Café Ångström'],
    ['ハンカク', 'ﾊﾝｶｸ half width'],
    ['ＦＯＸ', '🦊 Fox 👩‍🚀'],
    ['اسلوب', 'أسلوب الخط العربي'],
  ])('%s finds %s, whatever the accents and widths', (query, name) => {
    expect(show('odd', { query }).map(({ modelName }) => modelName)).toContain(name);
  });
});
