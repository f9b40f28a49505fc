import type { Page } from 'puppeteer-core';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { startSandbox } from '@/sandbox/server.ts';
import type { Section } from '@/tests/bench/report/report.ts';
import { median, spread } from '@/tests/bench/report/statistics.ts';
import { openBrowser, type TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { signOutThroughPopup } from '@/tests/e2e/support/browser/sign-in.ts';
import { readList } from '@/tests/e2e/support/vault/vault-page.ts';
import { until } from '@/tests/e2e/support/wait.ts';

/** What is typed, letter by letter; it narrows 5,000 items down to 11, and 5 to none. */
const TYPED = 'kept only here 499';
const OPENINGS = 5;
/** A frame: typing must leave room in it. */
const FRAME_MS = 16.7;
/** Rows of 64 pixels in a window of 900, spare ones on both sides, and the one with the focus. */
const MOST_ROWS = Math.ceil(900 / 64) + 2 * 6 + 2;

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

/** Types letter by letter; how long each takes until its list is laid out. */
async function typeInto(page: Page): Promise<number[]> {
  return page.evaluate(async typed => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (!field) throw new Error('there is no search field');
    const times: number[] = [];
    for (let end = 1; end <= typed.length; end += 1) {
      await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
      const startedAt = performance.now();
      field.value = typed.slice(0, end);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      // Preact renders in a microtask.
      await new Promise<void>(resolve => queueMicrotask(() => queueMicrotask(resolve)));
      await Promise.resolve();
      document.body.getBoundingClientRect();
      times.push(performance.now() - startedAt);
    }
    return times;
  }, TYPED);
}

async function scrollThrough(page: Page): Promise<number> {
  let most = 0;
  for (let step = 0; step <= 40; step += 1) {
    await page.evaluate(share => scrollTo(0, share * document.documentElement.scrollHeight), step / 40);
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    most = Math.max(most, (await readList(page)).rows.length);
  }
  return most;
}

/** From navigation to the list, by the page's own clock. */
async function openPage(browser: TestBrowser, total: number): Promise<{ page: Page; ms: number }> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(count => {
    const watch = new MutationObserver(() => {
      const grid = document.querySelector('[role="grid"]');
      if (Number(grid?.getAttribute('aria-rowcount')) !== count + 1) return;
      watch.disconnect();
      Object.assign(window, { openedAfter: performance.now() });
    });
    watch.observe(document, { subtree: true, childList: true, attributes: true });
  }, total);
  await browser.engine.openExtensionPage(page, 'vault.html');
  const ms = await until('the list', () => page.evaluate(() => Reflect.get(window, 'openedAfter')));
  return { page, ms: Number(ms) };
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

async function measureMember(browser: TestBrowser, key: string, total: number): Promise<Measured> {
  const popup = await browser.openPopup();
  await signOutThroughPopup(popup);
  await browser.closePopup(popup);
  await browser.signIn(key);
  const first = await openPage(browser, total);
  await first.page.close();
  const measured: Measured = { open: [], keystrokes: [], heapBytes: 0, mostRows: 0 };
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    const { page, ms } = await openPage(browser, total);
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
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(2)} MB`;
  const ratio = (a: number, b: number) => `${(a / b).toFixed(2)} × with 5 items`;
  return {
    title: 'Vault page: 5,000 items, production build in Chromium',
    rows: [
      [
        'list from the mirror',
        ms(numbers.openMs),
        `${ratio(numbers.openMs, numbers.openSmallMs)}, spread ${spread(large.open)}`,
      ],
      [
        'a letter in the search',
        ms(numbers.keystrokeMs),
        `${ratio(numbers.keystrokeMs, numbers.keystrokeSmallMs)}, spread ${spread(large.keystrokes, 1)}; a frame is ${FRAME_MS} ms`,
      ],
      ['rows in the document', String(numbers.mostRows), `at most ${MOST_ROWS}, scrolling from end to end`],
      ['heap of the page', megabytes(numbers.heapBytes), ratio(numbers.heapBytes, numbers.heapSmallBytes)],
    ],
    failures: numbers.mostRows <= MOST_ROWS ? [] : [`${numbers.mostRows} rows were in the document at once`],
    numbers,
  };
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
