import type { Page } from 'puppeteer-core';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { type Drawing, drawingOf } from '@/tests/bench/browsers/drawing.ts';
import { interleave, type Samples } from '@/tests/bench/browsers/interleave.ts';
import { countLayers } from '@/tests/bench/browsers/layers.ts';
import { createMeter, type Work } from '@/tests/bench/browsers/meter.ts';
import { record } from '@/tests/bench/browsers/trace.ts';
import { type VariantName, type Variants, variantsIn } from '@/tests/bench/browsers/variants.ts';
import type { Troubles } from '@/tests/bench/card-page/in-page/contract.ts';
import { openCardPage } from '@/tests/bench/card-page/open-card-page.ts';
import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { untilValue } from '@/tests/e2e/support/wait.ts';
import { floorMarks, huge, type Marks, type ModelTruth, readMarks } from './marks.ts';

/** Churn: so many rows of seven come, as many go. */
const ROWS = 40;
export const INSERTED = ROWS * 7;
/** The same while a trace is kept. */
const TRACED_ROWS = 20;
export const TRACED = TRACED_ROWS * 7;
const NOISE = 400;
/** After a run: what was put off is done by then. */
const REST_MS = 250;
/** Addresses before these are on the page from the start. */
const FIRST_FRESH = 600;

/** One variant's page in one round. */
export type Sample = { churn: Work; noise: Work; drawing: Drawing; layers: number } & Troubles;
export type CardRun = { samples: Samples<VariantName, Sample>; before: Marks[]; after: Marks[] };

async function settled(page: Page, truth: ModelTruth): Promise<Marks> {
  return untilValue(
    'every mark to be right',
    () => readMarks(page, truth),
    ({ cards, right }) => right === cards,
    { timeoutMs: 4_000 },
  ).catch(() => readMarks(page, truth));
}

async function churn(page: Page, hrefs: string[]): Promise<void> {
  await page.evaluate(
    async (all, restMs) => {
      await window.cardPage.churn(all, all.length / 7);
      await window.cardPage.rest(restMs);
    },
    hrefs,
    REST_MS,
  );
}

async function makeNoise(page: Page, changes: number): Promise<void> {
  await page.evaluate(
    async (count, restMs) => {
      await window.cardPage.noise(count);
      await window.cardPage.rest(restMs);
    },
    changes,
    REST_MS,
  );
}

async function sample(page: Page, hrefs: string[], round: number): Promise<Sample> {
  const meter = await createMeter(page);
  // Other models in each round: none is known from the one before.
  const from = FIRST_FRESH + round * (INSERTED + TRACED);
  const [measured, traced] = [from + INSERTED, from + INSERTED + TRACED];
  await page.evaluate(() => window.cardPage.troubles());
  const work = {
    churn: await meter.work(() => churn(page, hrefs.slice(from, measured))),
    noise: await meter.work(() => makeNoise(page, NOISE)),
    ...(await page.evaluate(() => window.cardPage.troubles())),
  };
  const spans = await record(page, () => churn(page, hrefs.slice(measured, traced)));
  return { ...work, drawing: drawingOf(spans), layers: await countLayers(page, () => makeNoise(page, 20)) };
}

/** Churn and noise on a page of so many cards, all variants in turn, several times. */
export async function runCards(
  variants: Variants,
  sandbox: Sandbox,
  { cards, rounds }: { cards: number; rounds: number },
): Promise<CardRun> {
  const { truth, hrefs } = huge(sandbox);
  const [before, after]: [Marks[], Marks[]] = [[], []];
  const measure = async (browser: TestBrowser, name: VariantName, round: number) => {
    const page = await openCardPage(browser);
    await page.evaluate(all => window.cardPage.fill(all), hrefs.slice(0, cards));
    if (name === 'vaulted') before.push(await settled(page, truth));
    await page.evaluate(restMs => window.cardPage.rest(restMs), REST_MS);
    const found = await sample(page, hrefs, round);
    if (name === 'vaulted') after.push(await settled(page, truth));
    if (name === 'floor' && (await floorMarks(page)) !== cards) throw new Error('The floor has lost marks');
    await page.close();
    return found;
  };
  return { samples: await interleave(variantsIn(variants), rounds, measure), before, after };
}
