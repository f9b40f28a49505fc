import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { FIRM_LIMITS, SPEED_GOALS } from '@/tests/bench/budgets.ts';
import { megabytes, ms, times } from '@/tests/bench/report/format.ts';
import { aimed, type Figure, figure, limited, type Section } from '@/tests/bench/report/section.ts';
import { median, spread } from '@/tests/bench/report/statistics.ts';
import { openBrowser, type TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { signOutThroughPopup } from '@/tests/e2e/support/browser/sign-in.ts';
import { openList } from './open-list.ts';
import { heapOf, scrollThrough, typeInto } from './use-list.ts';

const OPENINGS = 5;

export type VaultPageNumbers = {
  /** Medians: from the start of navigation until the list with all items is in the document. */
  openMs: number;
  openSmallMs: number;
  /** Medians of one letter: event, script, style and layout; with 5,000 items and with 5. */
  keystrokeMs: number;
  keystrokeSmallMs: number;
  /** Of the page with 5,000 items after a garbage collection. */
  heapBytes: number;
  heapSmallBytes: number;
  /** The most rows in the document while scrolling from end to end. */
  mostRows: number;
};

type Measured = { open: number[]; keystrokes: number[]; heapBytes: number; mostRows: number };

async function measureMember(browser: TestBrowser, key: string, total: number): Promise<Measured> {
  const popup = await browser.openPopup();
  await signOutThroughPopup(popup);
  await browser.closePopup(popup);
  await browser.signIn(key);
  const first = await openList(browser, total);
  await first.page.close();
  const measured: Measured = { open: [], keystrokes: [], heapBytes: 0, mostRows: 0 };
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    const { page, ms } = await openList(browser, total);
    measured.open.push(ms);
    if (opening === OPENINGS - 1) {
      measured.heapBytes = await heapOf(page);
      measured.mostRows = await scrollThrough(page);
      await page.evaluate(() => scrollTo(0, 0));
    }
    measured.keystrokes.push(...(await typeInto(page)));
    await page.close();
  }
  return measured;
}

function describe({ open, keystrokes }: Measured, numbers: VaultPageNumbers): Figure[] {
  const { letterMs } = SPEED_GOALS;
  const { rowsInDocument } = FIRM_LIMITS;
  const { openMs, openSmallMs, keystrokeMs, keystrokeSmallMs, heapBytes, heapSmallBytes, mostRows } = numbers;
  const withFive = (large: number, small: number) => `${times(large / small)} with 5 items`;
  const letterNote = `${withFive(keystrokeMs, keystrokeSmallMs)}, spread ${spread(keystrokes, 1)}; a frame is ${letterMs} ms`;
  const rowsNote = `at most ${rowsInDocument}, scrolling from end to end`;
  return [
    figure('list from the mirror', ms(openMs), `${withFive(openMs, openSmallMs)}, spread ${spread(open)}`),
    aimed(keystrokeMs <= letterMs, 'a letter in the search', ms(keystrokeMs), letterNote),
    limited(mostRows <= rowsInDocument, 'rows in the document', `${mostRows}`, rowsNote),
    figure('heap of the page', megabytes(heapBytes), withFive(heapBytes, heapSmallBytes)),
  ];
}

function report(large: Measured, small: Measured): Section<VaultPageNumbers> {
  const numbers: VaultPageNumbers = {
    openMs: median(large.open),
    openSmallMs: median(small.open),
    keystrokeMs: median(large.keystrokes),
    keystrokeSmallMs: median(small.keystrokes),
    heapBytes: large.heapBytes,
    heapSmallBytes: small.heapBytes,
    mostRows: large.mostRows,
  };
  const title = 'Vault page: 5,000 items, production build in Chromium';
  return { title, figures: describe(large, numbers), numbers };
}

/** Measures the vault page with 5,000 items and with 5, in a browser and a sandbox of its own. */
export async function measureVaultPage(): Promise<Section<VaultPageNumbers>> {
  const sandbox = await startSandbox();
  try {
    const browser = await openBrowser({ browser: 'chromium', sandbox });
    try {
      const small = await measureMember(browser, keys.overfull, 5);
      const large = await measureMember(browser, keys.huge, 5_000);
      return report(large, small);
    } finally {
      await browser.close();
    }
  } finally {
    await sandbox.close();
  }
}
