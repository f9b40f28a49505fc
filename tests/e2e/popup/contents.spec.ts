import { afterEach, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { readFigures } from '@/tests/e2e/support/vault/popup-figures.ts';
import { searchFor, shownRows } from '@/tests/e2e/support/vault/popup-parts.ts';
import { until } from '@/tests/e2e/support/wait.ts';

describe('what the popup says of the vault', () => {
  const stage = useStage({ member: 'small' });
  const items = () => stage.sandbox.vault.items(stage.sandbox.accounts.get('small').id);
  const count = (status: string) => items().filter(row => row.status === status).length;
  /** A popup whose figures stand. */
  const open = async () => {
    const popup = await stage.browser.openPopup();
    await readFigures(popup);
    return popup;
  };
  setUp(async () => {
    const popup = await open();
    await untilSays(popup, /34 stored/);
    await stage.browser.closePopup(popup);
  });
  afterEach(() => stage.browser.setOffline(false));

  it('is how many are stored, pending and failed, and what each type takes', async () => {
    const popup = await open();
    await untilSays(
      popup,
      new RegExp(`${count('Stored')} stored.*${count('Pending')} pending.*${count('Failed')} failed`),
    );
    const shares = await popup.evaluate(() =>
      [...document.querySelectorAll('[aria-label="Storage by type"] li')].map(item => item.textContent ?? ''),
    );
    const checkpoints = items().filter(({ type }) => type === 'Checkpoint');
    const kb = checkpoints.reduce((sum, row) => sum + row.modelSizeKb + row.detailsSizeKb + row.imagesSizeKb, 0);
    expect(shares[0]).toBe(`Checkpoint ${(kb / 1024 ** 2).toFixed(2)}\u00a0GB`);
    expect(shares).toHaveLength(4);
  });

  it('is there at once, while the site does not answer and the worker sleeps', async () => {
    await stage.browser.killWorker();
    const hanging = stage.sandbox.faults.add({ kind: 'hang' });
    const popup = await open();
    await untilSays(popup, /34 stored.*5 pending.*3 failed.*Recently added/);
    expect(await shownRows(popup)).toHaveLength(4);
    // What hangs would be shared by the tests after this one, and a popup that is open would ask a new worker the same.
    await until('the question that hangs', () => hanging.hits() > 0);
    await stage.browser.closePopup(popup);
    await stage.browser.killWorker();
  });

  it('is what was added last, with its state, and opens the model at that version', async () => {
    const popup = await open();
    const rows = await shownRows(popup);
    const newest = items().toSorted((a, b) => b.addedAt.localeCompare(a.addedAt))[0];
    expect(rows[0]).toMatchObject({
      text: expect.stringContaining(newest?.modelName ?? '?'),
      href: `https://civitai.com/models/${newest?.modelId}?modelVersionId=${newest?.modelVersionId}`,
    });
    expect(rows[0]?.text).toContain('Pending');
  });

  it('finds with every key that is pressed, whatever the case', async () => {
    const popup = await open();
    const rows = await searchFor(popup, 'COBALT canyon');
    expect(rows[0]?.text).toContain('Cobalt Canyon');
    await untilSays(popup, /\d+ versions? found/);
  });

  it.each(['emoji', 'cjk', 'rtl'] as const)('finds a name of the kind %s', async kind => {
    const name = items().find(({ modelId }) => modelId === landmarks[kind].modelId)?.modelName ?? '';
    const popup = await open();
    const rows = await searchFor(popup, [...name].slice(0, 4).join(''));
    expect(rows.map(({ text }) => text).join()).toContain(name);
  });

  it('is found by keyboard alone', async () => {
    const popup = await open();
    await searchFor(popup, 'velvet');
    await popup.keyboard.press('ArrowDown');
    expect(await popup.evaluate(() => document.activeElement?.getAttribute('href'))).toMatch(/modelVersionId=\d+$/);
    await popup.keyboard.press('ArrowUp');
    await popup.keyboard.press('Escape');
    await untilSays(popup, /Recently added/);
    expect(await popup.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
  });

  it('leads to the whole vault, also as far as it was found', async () => {
    const popup = await open();
    const links = () =>
      popup.evaluate(() =>
        [...document.querySelectorAll('a[href^="/vault.html"]')].map(link => link.getAttribute('href')),
      );
    expect(await links()).toEqual(['/vault.html', '/vault.html']);
    await searchFor(popup, 'a');
    expect(await links()).toContain('/vault.html?query=a');
  });

  it.each([
    ['an error page', { kind: 'status', status: 502, html: '<h1>Bad gateway</h1>' }, /Counted .*Civitai has a problem/],
    ['half a document', { kind: 'truncated' }, /Counted .*answer couldn’t be read/],
  ] as const)('says why it is not counted anew when only the list fails, with %s', async (_, fault, words) => {
    const placed = stage.sandbox.faults.add({ endpoint: 'vault/all', ...fault });
    const popup = await open();
    const text = await untilSays(popup, words);
    expect(placed.hits()).toBeGreaterThan(0);
    expect(text).toMatch(/42 versions/);
    expect(text).not.toMatch(/502|JSON/);
  });
});
