import type { Page } from 'puppeteer-core';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { PACE } from '@/tests/bench/budgets.ts';
import type { Section } from '@/tests/bench/report/report.ts';
import { median, percentile, spread } from '@/tests/bench/report/statistics.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { openCardPage } from './card-page.ts';
import { huge } from './marks.ts';
import type { Variants } from './variants.ts';

export type MarkTimeNumbers = {
  markFrames: { warm: number; warmP95: number; cold: number };
  markMs: { warm: number; warmP95: number; cold: number; modelPage: number };
};

const WARM_ROWS = 14;
const COLD_ROWS = 4;
const PER_ROW = 7;
const MODEL_PAGES = 3;

type Timing = { frames: number; ms: number };

/** Rows of cards that nobody has seen before: how long each mark takes to be painted in its right state. */
async function timeRows(page: Page, sandbox: Sandbox, first: number, rows: number, before: () => Promise<void>) {
  const { hrefs, stateOf } = huge(sandbox);
  const timings: Timing[] = [];
  for (let row = 0; row < rows; row += 1) {
    const some = hrefs.slice(first + row * PER_ROW, first + (row + 1) * PER_ROW);
    await before();
    timings.push(...(await page.evaluate((all, states) => window.cardPage.time(all, states), some, some.map(stateOf))));
  }
  return timings;
}

/** From the end of React's hydration until all versions of a model page have their settled mark. */
async function timeModelPage({ vaulted }: Variants): Promise<number> {
  const { modelId, versionIds } = landmarks.wai;
  const page = await vaulted.newPage();
  await page.evaluateOnNewDocument(count => {
    const look = (): void => {
      const marks = document.querySelectorAll(
        'vaulted-version-mark:not([data-vaulted="unknown"], [data-vaulted="busy"])',
      );
      const [hydration] = performance.getEntriesByName('Next.js-hydration');
      if (marks.length < count || !hydration) requestAnimationFrame(look);
      else Object.assign(window, { markedAfter: performance.now() - hydration.startTime - hydration.duration });
    };
    look();
  }, versionIds.length);
  await page.goto(`https://civitai.com/models/${modelId}`, { waitUntil: 'load' });
  const ms = await until('the marks of the model page', () => page.evaluate(() => Reflect.get(window, 'markedAfter')));
  await page.close();
  return Number(ms);
}

/** How long it takes from a card's content to its mark. */
export async function measureMarkTime(variants: Variants, sandbox: Sandbox): Promise<Section<MarkTimeNumbers>> {
  const page = await openCardPage(variants.vaulted);
  await page.evaluate(hrefs => window.cardPage.fill(hrefs), huge(sandbox).hrefs.slice(0, 28));
  await page.evaluate(() => window.cardPage.rest(600));
  const warm = await timeRows(page, sandbox, 3_000, WARM_ROWS, async () => {});
  const cold = await timeRows(page, sandbox, 3_500, COLD_ROWS, variants.vaulted.killWorker);
  await page.close();
  const modelPages: number[] = [];
  for (let n = 0; n < MODEL_PAGES; n += 1) modelPages.push(await timeModelPage(variants));
  const frames = (timings: Timing[]) => timings.map(timing => timing.frames);
  const ms = (timings: Timing[]) => timings.map(timing => timing.ms);
  const numbers: MarkTimeNumbers = {
    markFrames: { warm: median(frames(warm)), warmP95: percentile(frames(warm), 95), cold: median(frames(cold)) },
    markMs: {
      warm: median(ms(warm)),
      warmP95: percentile(ms(warm), 95),
      cold: median(ms(cold)),
      modelPage: median(modelPages),
    },
  };
  const { markFrames, markMs } = numbers;
  return {
    title: 'Time from a card’s content to its mark',
    rows: [
      [
        'warm, median',
        `${markFrames.warm} frames`,
        `at most ${PACE.markFrames}; ${markMs.warm.toFixed(0)} ms, spread ${spread(ms(warm))}`,
      ],
      [
        'warm, 95 of 100',
        `${markFrames.warmP95} frames`,
        `at most ${PACE.markFramesP95}; ${markMs.warmP95.toFixed(0)} ms`,
      ],
      [
        'worker asleep, median',
        `${markFrames.cold} frames`,
        `${markMs.cold.toFixed(0)} ms, spread ${spread(ms(cold))}`,
      ],
      ['model page, from hydration', `${markMs.modelPage.toFixed(0)} ms`, `spread ${spread(modelPages)}`],
    ],
    failures: [],
    numbers,
  };
}
