import { interleave, type Samples, valuesOf } from '@/tests/bench/browsers/interleave.ts';
import { type BuildName, buildsIn, type Variants } from '@/tests/bench/browsers/variants.ts';
import { SPEED_GOALS } from '@/tests/bench/budgets.ts';
import { ms } from '@/tests/bench/report/format.ts';
import { aimed, type Figure, ofEachBuild, type Section } from '@/tests/bench/report/section.ts';
import { median, spread } from '@/tests/bench/report/statistics.ts';
import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { until } from '@/tests/e2e/support/wait.ts';

export type FirstMarkNumbers = { firstMark: { ms: number; olderMs?: number } };

const ROUNDS = 7;

/** Opens the feed while the worker sleeps; ms from the first frame with a card in it to the first with a settled mark. */
async function timeFirstMark(browser: TestBrowser): Promise<number> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    let cardAt: number | undefined;
    const look = (): void => {
      const hasMark = document.querySelector('[data-vaulted]:not([data-vaulted="unknown"], [data-vaulted="busy"])');
      if (document.querySelector('[data-index] a[href^="/models/"]')) cardAt ??= performance.now();
      if (hasMark && cardAt !== undefined) Object.assign(window, { markedAfter: performance.now() - cardAt });
      else requestAnimationFrame(lookAfterPaint);
    };
    // A message that is sent before a frame's layout and painting arrives after them.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = look;
    const lookAfterPaint = () => port2.postMessage('painted?');
    requestAnimationFrame(lookAfterPaint);
  });
  await browser.killWorker();
  await page.goto('https://civitai.com/models', { waitUntil: 'load' });
  const markedAfter = await until('the first mark', () => page.evaluate(() => Reflect.get(window, 'markedAfter')));
  await page.close();
  return Number(markedAfter);
}

function describe(samples: Samples<BuildName, number>, build: BuildName): Figure[] {
  const all = valuesOf(samples, build, value => value);
  const { firstMarkMs } = SPEED_GOALS;
  const note = `at most ${firstMarkMs} ms; spread ${spread(all)}`;
  return [aimed(median(all) <= firstMarkMs, 'first card to first mark', ms(median(all), 0), note)];
}

/** How long a fresh page shows cards without marks while the worker has to wake. */
export async function measureFirstMark(variants: Variants): Promise<Section<FirstMarkNumbers>> {
  const samples = await interleave(buildsIn(variants), ROUNDS, timeFirstMark);
  const hasOlder = variants.older !== undefined;
  const of = (build: BuildName) => median(valuesOf(samples, build, value => value));
  return {
    title: 'First mark: a fresh page of the feed, worker asleep',
    figures: ofEachBuild(hasOlder, build => describe(samples, build)),
    numbers: { firstMark: { ms: of('vaulted'), ...(hasOlder && { olderMs: of('older') }) } },
  };
}
