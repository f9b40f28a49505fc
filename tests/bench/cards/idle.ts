import type { Page } from 'puppeteer-core';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { ratios, type Samples, valuesOf } from '@/tests/bench/browsers/interleave.ts';
import { createMeter, type Work } from '@/tests/bench/browsers/meter.ts';
import { callbacksBeside, record } from '@/tests/bench/browsers/trace.ts';
import { type BuildName, type VariantName, type Variants, variantsIn } from '@/tests/bench/browsers/variants.ts';
import { FIRM_LIMITS, SPEED_GOALS } from '@/tests/bench/budgets.ts';
import { openCardPage } from '@/tests/bench/card-page/open-card-page.ts';
import { ms, percent } from '@/tests/bench/report/format.ts';
import { aimed, type Figure, limited, ofEachBuild, type Section } from '@/tests/bench/report/section.ts';
import { median, spread } from '@/tests/bench/report/statistics.ts';
import { huge } from './marks.ts';

type IdleCosts = { taskRatio: number; callbacks: number };
export type IdleNumbers = { idle: IdleCosts & { requests: number; older?: IdleCosts } };

const COUNTERS = 10;
const STRETCHES = 5;
const STRETCH_MS = 4_000;
const MINUTE_MS = 60_000;
/** What a page does after it was filled is over by then. */
const SETTLED_AFTER_MS = 2_000;

type Opened = { name: VariantName; page: Page };
type Found = { samples: Samples<VariantName, Work>; callbacks: ReadonlyMap<VariantName, number>; requests: number };

const tick = (page: Page) =>
  page.evaluate((counters, forMs) => window.cardPage.tick(counters, forMs), COUNTERS, STRETCH_MS);

/** Every page at once: they do next to nothing, and so they have the same machine. */
async function measureStretches(opened: readonly Opened[]): Promise<Samples<VariantName, Work>> {
  const samples = opened.map(async ({ name, page }): Promise<[VariantName, Work[]]> => {
    const meter = await createMeter(page);
    const stretches: Work[] = [];
    for (let n = 0; n < STRETCHES; n += 1) stretches.push(await meter.work(() => tick(page)));
    return [name, stretches];
  });
  return new Map(await Promise.all(samples));
}

async function countCallbacks(opened: readonly Opened[]): Promise<Map<VariantName, number>> {
  const counts = opened.map(async ({ name, page }): Promise<[VariantName, number]> => {
    const { origin } = new URL(page.url());
    return [name, callbacksBeside(origin, await record(page, () => tick(page)))];
  });
  return new Map(await Promise.all(counts));
}

async function find(variants: Variants, sandbox: Sandbox): Promise<Found> {
  const { hrefs } = huge(sandbox);
  const opened = await Promise.all(
    variantsIn(variants).map(async ([name, browser]) => ({ name, page: await openCardPage(browser) })),
  );
  for (const { page } of opened) await page.evaluate(all => window.cardPage.fill(all), hrefs.slice(0, 77));
  await new Promise(resolve => setTimeout(resolve, SETTLED_AFTER_MS));
  sandbox.requests.clear();
  const samples = await measureStretches(opened);
  const callbacks = await countCallbacks(opened);
  const requests = sandbox.requests.all().length;
  for (const { page } of opened) await page.close();
  return { samples, callbacks, requests };
}

function costsOf({ samples, callbacks }: Found, build: BuildName): IdleCosts {
  const taskRatio = median(ratios(samples, [build, 'none'], ({ task }) => task));
  return { taskRatio, callbacks: (callbacks.get(build) ?? Number.NaN) - (callbacks.get('none') ?? Number.NaN) };
}

function describe(found: Found, build: BuildName): Figure[] {
  const { taskRatio, callbacks } = costsOf(found, build);
  const { idleTaskPerNone } = SPEED_GOALS;
  const { idleCallbacks } = FIRM_LIMITS;
  const perMinute = (name: VariantName) =>
    ms((median(valuesOf(found.samples, name, ({ task }) => task)) * MINUTE_MS) / STRETCH_MS, 0);
  const all = ratios(found.samples, [build, 'none'], ({ task }) => task);
  const note = [
    `at most ${percent(idleTaskPerNone - 1, 0)}`,
    `${perMinute(build)} a minute, without ${perMinute('none')}, floor ${perMinute('floor')}`,
    `spread ${spread(all, 3)} ×`,
  ].join('; ');
  return [
    aimed(taskRatio <= idleTaskPerNone, 'more main thread', percent(taskRatio - 1, 1), note),
    limited(
      callbacks <= idleCallbacks,
      'callbacks of the content script',
      `${callbacks}`,
      `at most ${idleCallbacks}, in ${STRETCH_MS / 1_000} s`,
    ),
  ];
}

/** What Vaulted does while nothing happens but that ten figures on cards on screen change once a second each. */
export async function measureIdle(variants: Variants, sandbox: Sandbox): Promise<Section<IdleNumbers>> {
  const found = await find(variants, sandbox);
  const { requests } = found;
  const hasOlder = variants.older !== undefined;
  const idle = { ...costsOf(found, 'vaulted'), requests, ...(hasOlder && { older: costsOf(found, 'older') }) };
  const seconds = (STRETCHES * STRETCH_MS) / 1_000;
  return {
    title: `Idle: 77 cards, ten texts change once a second each; ${seconds} s, scaled to a minute`,
    figures: [
      ...ofEachBuild(hasOlder, build => describe(found, build)),
      limited(requests <= FIRM_LIMITS.requestsForKnown, 'requests', `${requests}`, 'must be 0'),
    ],
    numbers: { idle },
  };
}
