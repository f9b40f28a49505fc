import type { Page } from 'puppeteer-core';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { added, interleave, ratios, type Samples, valuesOf } from '@/tests/bench/browsers/interleave.ts';
import { createMeter } from '@/tests/bench/browsers/meter.ts';
import { type BuildName, type VariantName, type Variants, variantsIn } from '@/tests/bench/browsers/variants.ts';
import { SPEED_GOALS } from '@/tests/bench/budgets.ts';
import { ms, times } from '@/tests/bench/report/format.ts';
import { aimed, type Figure, ofEachBuild, type Section } from '@/tests/bench/report/section.ts';
import { median, spread } from '@/tests/bench/report/statistics.ts';
import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { until } from '@/tests/e2e/support/wait.ts';

type ScrollCosts = { taskMs: number; taskRatio: number; longTasksAdded: number };
export type ScrollCostNumbers = { scrollCost: ScrollCosts & { noneMs: number; floorMs: number; older?: ScrollCosts } };

const ROUNDS = 3;
const SCREENS = 20;
/** About as fast as a user who looks for a picture. */
const SCREEN_MS = 150;
const REST_MS = 500;

type Sample = { task: number; longTasks: number };

/** Scrolls the feed down, a screen at a time; how many tasks of more than 50 ms there were. */
async function scrollDown(page: Page): Promise<number> {
  return page.evaluate(
    async (screens, screenMs, restMs) => {
      const area = document.querySelector('#main > .scroll-area');
      if (!area) throw new Error('there is no feed to scroll');
      const pause = (forMs: number) => new Promise(resolve => setTimeout(resolve, forMs));
      let longTasks = 0;
      const observer = new PerformanceObserver(list => {
        longTasks += list.getEntries().length;
      });
      observer.observe({ type: 'longtask' });
      for (let n = 0; n < screens; n += 1) {
        area.scrollBy({ top: area.clientHeight, behavior: 'instant' });
        await pause(screenMs);
      }
      await pause(restMs);
      observer.disconnect();
      return longTasks;
    },
    SCREENS,
    SCREEN_MS,
    REST_MS,
  );
}

async function sample(browser: TestBrowser): Promise<Sample> {
  const page = await goodPage(browser, '/models');
  await until('cards', () => page.evaluate(() => document.querySelectorAll('[data-index] a[href]').length > 5));
  await new Promise(resolve => setTimeout(resolve, REST_MS));
  const meter = await createMeter(page);
  let longTasks = 0;
  const { task } = await meter.work(async () => {
    longTasks = await scrollDown(page);
  });
  await page.close();
  return { task: task / SCREENS, longTasks };
}

function costsOf(samples: Samples<VariantName, Sample>, build: BuildName): ScrollCosts {
  return {
    taskMs: median(valuesOf(samples, build, ({ task }) => task)),
    taskRatio: median(ratios(samples, [build, 'none'], ({ task }) => task)),
    longTasksAdded: Math.max(0, median(added(samples, [build, 'none'], ({ longTasks }) => longTasks))),
  };
}

function describe(samples: Samples<VariantName, Sample>, build: BuildName): Figure[] {
  const { taskMs, taskRatio, longTasksAdded } = costsOf(samples, build);
  const { scrollTaskPerNone, longTasksAdded: mostLong } = SPEED_GOALS;
  const taskOf = (name: VariantName) => ms(median(valuesOf(samples, name, ({ task }) => task)));
  const note = [
    `at most ${scrollTaskPerNone} ×`,
    `without ${taskOf('none')}, floor ${taskOf('floor')}`,
    `spread ${spread(
      ratios(samples, [build, 'none'], ({ task }) => task),
      2,
    )} ×`,
  ].join('; ');
  const longNote = `at most ${mostLong}; without ${median(valuesOf(samples, 'none', ({ longTasks }) => longTasks))}`;
  return [
    aimed(taskRatio <= scrollTaskPerNone, 'main thread per screen', `${ms(taskMs)}, ${times(taskRatio)}`, note),
    aimed(longTasksAdded <= mostLong, 'long tasks added', `${longTasksAdded}`, longNote),
  ];
}

/** What scrolling the site's own feed costs, real React and all. */
export async function measureScrollCost(variants: Variants, sandbox: Sandbox): Promise<Section<ScrollCostNumbers>> {
  const { liveCounters } = sandbox.settings;
  // They change figures by chance, so that no two runs would be the same.
  sandbox.settings.liveCounters = false;
  const samples = await interleave(variantsIn(variants), ROUNDS, sample).finally(() => {
    sandbox.settings.liveCounters = liveCounters;
  });
  const hasOlder = variants.older !== undefined;
  const scrollCost = {
    ...costsOf(samples, 'vaulted'),
    noneMs: median(valuesOf(samples, 'none', ({ task }) => task)),
    floorMs: median(valuesOf(samples, 'floor', ({ task }) => task)),
    ...(hasOlder && { older: costsOf(samples, 'older') }),
  };
  return {
    title: `Scroll: ${SCREENS} screens of the feed`,
    figures: ofEachBuild(hasOlder, build => describe(samples, build)),
    numbers: { scrollCost },
  };
}
