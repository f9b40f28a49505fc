import { describe, expect, it } from 'vitest';
import en from '@/locales/en.json' with { type: 'json' };
import type { VaultItemRow } from '@/sandbox/records.ts';
import { textOf } from '@/tests/e2e/support/browser/sign-in.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { openFull, press, searchFor, untilList } from '@/tests/e2e/support/vault/vault-page.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';

describe('a vault of 5,000', () => {
  const stage = useStage({ member: 'huge' });
  const rows = () => stage.sandbox.vault.items(stage.sandbox.accounts.get('huge').id);

  it('is there at once from the mirror, though the site doesn’t answer', async () => {
    await openFull(stage, 'huge');
    await untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
    await stage.browser.closePages();
    stage.sandbox.faults.add({ kind: 'hang' });
    const page = await stage.browser.openVaultPage();
    const { rows: shown } = await untilList(page, 'to count all', ({ count }) => count === 5_000);
    expect(shown.length).toBeGreaterThan(5);
    expect(await textOf(page)).toMatch(/5,000 versions, .*(up to date|as of)|(up to date|as of).*5,000 versions/);
  });

  it('renders no more than can be seen, wherever one scrolls', async () => {
    const page = await openFull(stage, 'huge');
    const inView = Math.ceil(900 / 64) + 2 * 6 + 2;
    for (const share of [0, 0.3, 0.71, 1]) {
      await page.evaluate(part => scrollTo(0, part * document.documentElement.scrollHeight), share);
      const { rows: shown } = await untilList(page, 'to follow', ({ rows: each }) => {
        const seen = each.map(({ index }) => index);
        return share < 1 ? seen.some(index => Math.abs(index - share * 5_000) < 60) : seen.includes(4_999);
      });
      expect(shown.length).toBeLessThanOrEqual(inView);
    }
  });

  it('searches, filters and sorts as the database says, and keeps that in its address', async () => {
    const page = await openFull(stage, 'huge');
    await searchFor(page, 'KEPT ONLY here 49');
    const wanted = ['kept', 'only', 'here', '49'];
    const found = rows().filter(row =>
      wanted.every(word => [row.modelName, row.versionName, row.creatorName].join('\n').toLowerCase().includes(word)),
    );
    await untilList(page, 'to be searched', ({ count }) => count === found.length);
    await press(page, 'Size');
    const heaviest = [...found].sort((a, b) => b.modelSizeKb - a.modelSizeKb)[0];
    await untilList(page, 'to be sorted', ({ rows: [first] }) => first?.name === heaviest?.modelName);
    const address = await until('the address to follow', () =>
      page.evaluate(() => (location.search.includes('sort=totalSize') ? location.search : undefined)),
    );
    await stage.browser.closePages();
    const again = await stage.browser.openVaultPage(address);
    const list = await untilList(again, 'to be as before', ({ count }) => count === found.length);
    expect(list.rows[0]?.name).toBe(heaviest?.modelName);
    expect(list.summary).toContain(`${found.length} of 5,000 versions`);
    await press(again, 'Show everything');
    await untilList(again, 'to be whole', ({ count }) => count === 5_000);
  });

  it('counts in its facets what the database has', async () => {
    const page = await openFull(stage, 'huge');
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('.facet')].flatMap(facet =>
        [...facet.querySelectorAll('.facet-value')].map(value => [
          facet.querySelector('legend')?.textContent ?? '',
          value.querySelector('.facet-name')?.textContent ?? '',
          Number((value.querySelector('.facet-count')?.firstChild?.textContent ?? '').replaceAll(',', '')),
        ]),
      ),
    );
    const types = new Map(Object.entries(en));
    const fields = { Status: 'status', Type: 'type', 'Base model': 'baseModel', Category: 'category' } as const;
    for (const [title, field] of Object.entries(fields)) {
      const own = shown.filter(([legend]) => legend === title);
      expect(own.length).toBeGreaterThan(0);
      for (const [, name, count] of own) {
        const isOf = (row: VaultItemRow): boolean =>
          field === 'type'
            ? (types.get(`type.${row.type}`) ?? row.type) === name
            : row[field] === (name === 'No category' ? '' : name);
        expect([title, name, count]).toEqual([title, name, rows().filter(isOf).length]);
      }
    }
  });
});
