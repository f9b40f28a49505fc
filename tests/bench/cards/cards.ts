import type { Page } from 'puppeteer-core';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { createMeter, type Work } from '@/tests/bench/report/metrics.ts';
import { untilValue } from '@/tests/e2e/support/wait.ts';
import { openCardPage } from './card-page.ts';
import { floorMarks, huge, type Marks, type ModelTruth, readMarks } from './marks.ts';
import { VARIANTS, type VariantName, type Variants } from './variants.ts';

const ROUNDS = 5;
/** Churn: so many rows of seven come, as many go. */
const ROWS = 40;
export const INSERTED = ROWS * 7;
const NOISE = 400;
/** After a run: what was put off is done by then. */
const REST_MS = 250;

/** One variant's page in one round. */
export type Sample = { churn: Work; noise: Work; longTasks: number; layoutShift: number };
/** Of each variant one sample a round, in the order of the rounds. */
export type Samples = Record<VariantName, Sample[]>;
export type CardRun = { samples: Samples; before: Marks[]; after: Marks[] };

async function settled(page: Page, truth: ModelTruth): Promise<Marks> {
  return untilValue(
    'every mark to be right',
    () => readMarks(page, truth),
    ({ cards, right }) => right === cards,
    { timeoutMs: 4_000 },
  ).catch(() => readMarks(page, truth));
}

async function sample(page: Page, hrefs: string[], round: number): Promise<Sample> {
  const meter = await createMeter(page);
  // Other models in each round: nobody knows them from the one before.
  const fresh = hrefs.slice(600 + round * INSERTED, 600 + (round + 1) * INSERTED);
  await page.evaluate(() => window.cardPage.troubles());
  const churn = await meter.work(() =>
    page.evaluate(
      async (ids, rows, ms) => {
        await window.cardPage.churn(ids, rows);
        await window.cardPage.rest(ms);
      },
      fresh,
      ROWS,
      REST_MS,
    ),
  );
  const noise = await meter.work(() =>
    page.evaluate(
      async (changes, ms) => {
        await window.cardPage.noise(changes);
        await window.cardPage.rest(ms);
      },
      NOISE,
      REST_MS,
    ),
  );
  return { churn, noise, ...(await page.evaluate(() => window.cardPage.troubles())) };
}

/** Churn and noise on a page of so many cards, all variants in turn, several times. */
export async function runCards(variants: Variants, sandbox: Sandbox, cards: number): Promise<CardRun> {
  const { truth, hrefs } = huge(sandbox);
  const samples: Samples = { none: [], floor: [], vaulted: [] };
  const [before, after]: [Marks[], Marks[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Who comes first changes, so that nobody profits from the order.
    const order = VARIANTS.map((_, n) => VARIANTS[(n + round) % VARIANTS.length] ?? 'none');
    for (const name of order) {
      const page = await openCardPage(variants[name]);
      await page.evaluate(ids => window.cardPage.fill(ids), hrefs.slice(0, cards));
      if (name === 'vaulted') before.push(await settled(page, truth));
      await page.evaluate(ms => window.cardPage.rest(ms), REST_MS);
      samples[name].push(await sample(page, hrefs, round));
      if (name === 'vaulted') after.push(await settled(page, truth));
      if (name === 'floor' && (await floorMarks(page)) !== cards) throw new Error('The floor has lost marks');
      await page.close();
    }
  }
  return { samples, before, after };
}
