import type { Page } from 'puppeteer-core';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import type { Variants } from '@/tests/bench/browsers/variants.ts';
import { SPEED_GOALS } from '@/tests/bench/budgets.ts';
import type { MarkTime } from '@/tests/bench/card-page/in-page/contract.ts';
import { openCardPage } from '@/tests/bench/card-page/open-card-page.ts';
import { ms } from '@/tests/bench/report/format.ts';
import { aimed, type Figure, figure, type Section } from '@/tests/bench/report/section.ts';
import { median, percentile, spread } from '@/tests/bench/report/statistics.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { huge } from './marks.ts';

export type MarkTimeNumbers = {
  markFrames: { warm: number; warmP95: number; cold: number };
  markMs: { warm: number; warmP95: number; cold: number; modelPage: number };
};

const WARM = { firstCard: 3_000, rows: 14 };
const COLD = { firstCard: 3_500, rows: 4 };
const PER_ROW = 7;
const MODEL_PAGES = 3;

type Found = { warm: MarkTime[]; cold: MarkTime[]; modelPages: number[] };

/** Rows of cards that the page has not had before: how long each mark takes to be painted in its right state. */
async function timeRows(page: Page, sandbox: Sandbox, { firstCard, rows }: typeof WARM, before?: () => Promise<void>) {
  const { hrefs, stateOf } = huge(sandbox);
  const found: MarkTime[] = [];
  for (let row = 0; row < rows; row += 1) {
    const some = hrefs.slice(firstCard + row * PER_ROW, firstCard + (row + 1) * PER_ROW);
    await before?.();
    found.push(...(await page.evaluate((all, states) => window.cardPage.time(all, states), some, some.map(stateOf))));
  }
  return found;
}

/** From the end of React's hydration until all versions of a model page have their settled mark. */
async function timeModelPage({ vaulted }: Variants): Promise<number> {
  const { modelId, versionIds } = landmarks.wai;
  const page = await vaulted.newPage();
  await page.evaluateOnNewDocument(count => {
    const look = (): void => {
      const marks = document.querySelectorAll(
        '[data-vaulted-kind="version"]:not([data-vaulted="unknown"], [data-vaulted="busy"])',
      );
      const [hydration] = performance.getEntriesByName('Next.js-hydration');
      if (marks.length < count || !hydration) requestAnimationFrame(look);
      else Object.assign(window, { markedAfter: performance.now() - hydration.startTime - hydration.duration });
    };
    look();
  }, versionIds.length);
  await page.goto(`https://civitai.com/models/${modelId}`, { waitUntil: 'load' });
  const found = await until('the marks of the model page', () =>
    page.evaluate(() => Reflect.get(window, 'markedAfter')),
  );
  await page.close();
  return Number(found);
}

async function find(variants: Variants, sandbox: Sandbox): Promise<Found> {
  const page = await openCardPage(variants.vaulted);
  await page.evaluate(hrefs => window.cardPage.fill(hrefs), huge(sandbox).hrefs.slice(0, 28));
  await page.evaluate(() => window.cardPage.rest(600));
  const warm = await timeRows(page, sandbox, WARM);
  const cold = await timeRows(page, sandbox, COLD, variants.vaulted.killWorker);
  await page.close();
  const modelPages: number[] = [];
  for (let n = 0; n < MODEL_PAGES; n += 1) modelPages.push(await timeModelPage(variants));
  return { warm, cold, modelPages };
}

const framesOf = (found: MarkTime[]) => found.map(({ frames }) => frames);
const msOf = (found: MarkTime[]) => found.map(time => time.ms);

function describe({ warm, cold, modelPages }: Found, { markFrames, markMs }: MarkTimeNumbers): Figure[] {
  const { markFrames: most, markFramesP95: mostP95 } = SPEED_GOALS;
  const warmNote = `at most ${most}; ${ms(markMs.warm, 0)}, spread ${spread(msOf(warm))}`;
  const p95Note = `at most ${mostP95}; ${ms(markMs.warmP95, 0)}`;
  return [
    aimed(markFrames.warm <= most, 'warm, median', `${markFrames.warm} frames`, warmNote),
    aimed(markFrames.warmP95 <= mostP95, 'warm, 95 of 100', `${markFrames.warmP95} frames`, p95Note),
    figure('worker asleep, median', `${markFrames.cold} frames`, `${ms(markMs.cold, 0)}, spread ${spread(msOf(cold))}`),
    figure('model page, from hydration', ms(markMs.modelPage, 0), `spread ${spread(modelPages)}`),
  ];
}

/** How long it takes from a card's content to its mark. */
export async function measureMarkTime(variants: Variants, sandbox: Sandbox): Promise<Section<MarkTimeNumbers>> {
  const found = await find(variants, sandbox);
  const [warm, cold] = [found.warm, found.cold];
  const numbers: MarkTimeNumbers = {
    markFrames: {
      warm: median(framesOf(warm)),
      warmP95: percentile(framesOf(warm), 95),
      cold: median(framesOf(cold)),
    },
    markMs: {
      warm: median(msOf(warm)),
      warmP95: percentile(msOf(warm), 95),
      cold: median(msOf(cold)),
      modelPage: median(found.modelPages),
    },
  };
  return { title: 'Time from a card’s content to its mark', figures: describe(found, numbers), numbers };
}
