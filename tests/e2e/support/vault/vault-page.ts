import type { Page } from 'puppeteer-core';
import { textOf } from '@/tests/e2e/support/browser/sign-in.ts';
import type { Stage } from '@/tests/e2e/support/stage.ts';
import { until } from '@/tests/e2e/support/wait.ts';

/** One row that is in the document. */
type VaultRow = {
  id: number;
  index: number;
  name: string;
  version: string;
  status: string;
  isSelected: boolean;
};

/** What the list shows: how many rows it says there are, those that are in the document, and the line above. */
type VaultList = { count: number; rows: VaultRow[]; summary: string };

/** Reads the list; a vault without one counts 0, one that is still being read NaN. */
export async function readList(page: Page): Promise<VaultList> {
  return page.evaluate(() => {
    const tidy = (element: Element | null) =>
      (element?.textContent ?? '')
        .replace(/[\u2068\u2069]/g, '')
        .replace(/\s+/g, ' ')
        .trim();
    const grid = document.querySelector('[role="grid"]');
    const rows = [...document.querySelectorAll<HTMLElement>('[role="row"][data-id]')].map(row => ({
      id: Number(row.dataset.id),
      index: Number(row.getAttribute('aria-rowindex')) - 2,
      name: tidy(row.querySelector('.model-name')),
      version: tidy(row.querySelector('.version-name')),
      status: tidy(row.querySelector('[data-column="status"]')),
      isSelected: row.getAttribute('aria-selected') === 'true',
    }));
    const isReading = document.querySelector('.summary [aria-busy="true"]') !== null;
    return {
      count: isReading ? Number.NaN : Number(grid?.getAttribute('aria-rowcount') ?? 1) - 1,
      rows,
      summary: tidy(document.querySelector('.summary')),
    };
  });
}

/** Waits until the list is as it should be, and returns it. */
export function untilList(page: Page, what: string, isRight: (list: VaultList) => boolean): Promise<VaultList> {
  const rightList = async () => {
    const list = await readList(page);
    return isRight(list) ? list : undefined;
  };
  // Five thousand items come bit by bit, and two browsers share the machine.
  return until(`the list ${what}`, rightList, { timeoutMs: 20_000 });
}

/** Presses the button or link whose name begins with `name`, as a mouse does. */
export async function press(page: Page, name: string): Promise<void> {
  const at = await until(`a button "${name}"`, () =>
    page.evaluate(wanted => {
      const open = [...document.querySelectorAll('dialog[open]')].at(-1);
      const all = [...(open ?? document).querySelectorAll<HTMLElement>('button, a, summary')];
      const found = all.find(each =>
        (each.getAttribute('aria-label') ?? each.textContent ?? '')
          .replace(/[\u2068\u2069]/g, '')
          .replace(/\s+/g, ' ')
          .trim()
          .startsWith(wanted),
      );
      if (!found || found.getAttribute('aria-disabled') === 'true') return undefined;
      found.scrollIntoView({ block: 'nearest' });
      const { x, y, width, height } = found.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, name),
  );
  await page.mouse.click(at.x, at.y);
}

/** Where the focus is, in words: the role or tag, and the name. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: at } = document;
    const role = at?.getAttribute('role') ?? at?.localName ?? 'nothing';
    const column = at instanceof HTMLElement ? at.dataset.column : undefined;
    const row = at?.closest<HTMLElement>('[data-id]')?.dataset.id;
    return [role, column, row, at?.getAttribute('aria-label')].filter(Boolean).join(' ');
  });
}

/** The text of the dialog that is open, on one line; empty for none. */
export function dialogText(page: Page): Promise<string> {
  return page.evaluate(() =>
    ([...document.querySelectorAll('dialog[open]')].at(-1)?.textContent ?? '')
      .replace(/[\u2068\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** Waits until the open dialog says something. */
export function untilDialog(page: Page, pattern: RegExp, timeoutMs = 10_000): Promise<string> {
  const read = async () => {
    const text = await dialogText(page);
    return pattern.test(text) ? text : undefined;
  };
  return until(`the dialog to say ${pattern}`, read, { timeoutMs });
}

/** Types into the search field, from empty. */
export async function searchFor(page: Page, text: string): Promise<void> {
  await page.evaluate(wanted => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (!field) throw new Error('there is no search field');
    field.focus();
    field.select();
    document.execCommand('delete');
    document.execCommand('insertText', false, wanted);
  }, text);
}

/** The vault page once the whole vault of the member who is signed in is on it; `query` starts with `?`. */
export async function openFull(stage: Stage, member: 'small' | 'huge', query = ''): Promise<Page> {
  const total = stage.sandbox.vault.items(stage.sandbox.accounts.get(member).id).length;
  const page = await stage.browser.openVaultPage(query);
  await until('the whole vault to be there', async () => {
    const isRead = await page.$('.summary [aria-busy="false"]');
    return isRead !== null && (await textOf(page)).includes(total.toLocaleString('en'));
  });
  await until('the vault to be up to date', async () => /up to date|as of/.test(await textOf(page)), {
    timeoutMs: 30_000,
  });
  return page;
}

/** The versions that are ticked in the open dialog. */
export function tickedVersions(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('dialog li[data-version]')]
      .filter(line => line.querySelector('input')?.checked)
      .map(line => Number(line.dataset.version)),
  );
}
