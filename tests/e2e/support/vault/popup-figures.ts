import type { Page } from 'puppeteer-core';
import { textOf } from '@/tests/e2e/support/browser/sign-in.ts';
import { until } from '@/tests/e2e/support/wait.ts';

/** What the popup shows of the vault. KB of 1,024 bytes, each with the half of its last digit shown. */
type Figures = { used: Shown; total: Shown; items: number | undefined };
type Shown = { text: string; kb: number; toleranceKb: number };

const UNITS = ['KB', 'MB', 'GB', 'TB', 'PB'];

function parseSize(text: string): Shown {
  const [, digits = '', unit = ''] = /^([\d.,]+) ([KMGTP]B)$/.exec(text) ?? [];
  const scale = 1024 ** UNITS.indexOf(unit);
  const decimals = digits.split('.')[1]?.length ?? 0;
  // A number without decimals may have lost two zeros.
  const step = decimals === 0 ? 0.01 : 10 ** -decimals;
  return { text, kb: Number(digits.replaceAll(',', '')) * scale, toleranceKb: (step / 2) * scale };
}

/** True if the shown size is the size, rounded. */
export function shows({ kb, toleranceKb }: Shown, expectedKb: number): boolean {
  return Math.abs(kb - expectedKb) <= toleranceKb + 0.5;
}

/** Reads the storage card once it stands. */
export async function readFigures(popup: Page): Promise<Figures> {
  const text = await until('the storage figures', async () => {
    const lines = await popup.evaluate(() => {
      const card = document.querySelector('section[aria-label="Storage"]:not([aria-busy="true"])');
      return card && [...card.querySelectorAll('p')].map(line => line.textContent);
    });
    return lines
      ?.join(' ')
      .replace(/[\u2068\u2069]/g, '')
      .replace(/\s+/g, ' ');
  }).catch(async error => {
    throw new Error(`${error.message}; the popup says: ${await textOf(popup)}`);
  });
  const [, used = '', total = '0 KB'] =
    /([\d.,]+ [KMGTP]B) (?:of ([\d.,]+ [KMGTP]B) used|used, no storage left)/.exec(text) ?? [];
  const items = /([\d,]+) versions?\b/.exec(text)?.[1];
  return {
    used: parseSize(used),
    total: parseSize(total),
    items: items === undefined ? undefined : Number(items.replaceAll(',', '')),
  };
}

/** Waits until the popup's figures fulfil a condition, and returns them. */
export async function untilFigures(
  popup: Page,
  what: string,
  isRight: (figures: Figures) => boolean,
): Promise<Figures> {
  return until(`the popup's figures ${what}`, async () => {
    const figures = await readFigures(popup);
    return isRight(figures) ? figures : undefined;
  });
}
