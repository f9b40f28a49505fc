import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { output } from '@/tests/e2e/support/browser/build.ts';
import { sheetOf } from '@/tests/e2e/support/sheet/marks-sheet.ts';
import { likeness, type Measured, measureChips } from '@/tests/e2e/support/sheet/measure.ts';
import { PICTURES } from '@/tests/e2e/support/sheet/pictures.ts';
import { browserName, everyCase, useStage } from '@/tests/e2e/support/stage.ts';

const SCALE = 2;
type Look = 'dark' | 'light' | 'forced';

/** The gate looks at one scheme: a chip has the same colours in all. Forced colours, of Windows' high contrast, can be asked of Chromium alone. */
const looks: readonly Look[] = everyCase ? ['dark', 'light'] : ['dark'];
const ofBrowser: readonly Look[] = browserName === 'chromium' ? [...looks, 'forced'] : looks;

async function openSheet(page: Page, look: Look): Promise<Uint8Array> {
  await page.setViewport({ width: 1200, height: 1000, deviceScaleFactor: SCALE });
  if (look === 'forced') {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  }
  await page.setContent(sheetOf(look === 'dark' ? 'dark' : 'light'));
  const shot = await page.screenshot();
  await mkdir(join(output, 'screenshots'), { recursive: true });
  await writeFile(join(output, 'screenshots', `marks-${look}-${browserName}.png`), shot);
  return shot;
}

/** Marks of cards whose glyphs cover each other by more than half. */
function alike(measured: readonly Measured[]): string[] {
  const glyphs = measured.filter(({ what }) => /^card \w+ on white$/.test(what));
  return glyphs.flatMap(({ what, shape }, index) =>
    glyphs.slice(index + 1).flatMap(other => {
      const isSame = other.what === what;
      return !isSame && likeness(shape, other.shape) > 0.5 ? [`${what} = ${other.what}`] : [];
    }),
  );
}

describe('marks can be read and told apart on any picture', () => {
  const stage = useStage({ extensionDir: false });

  it.each(ofBrowser)('in %s colours', async look => {
    const page = await stage.browser.newPage();
    const measured = await measureChips(page, await openSheet(page, look), SCALE);
    expect(measured).toHaveLength(Object.keys(PICTURES).length * (3 * 7 + 2 + 6));
    const rounded = measured.map(({ what, ...shares }) => [what, shares.ring, shares.edge, shares.glyph] as const);
    expect(rounded.filter(([, ring, edge, glyph]) => ring < 0.95 || edge < 0.95 || glyph < 0.05)).toEqual([]);
    expect(alike(measured)).toEqual([]);
  });
});
