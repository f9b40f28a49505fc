import type { CDPSession, Page } from 'puppeteer-core';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import type { Variants } from '@/tests/bench/browsers/variants.ts';
import { FIRM_LIMITS } from '@/tests/bench/budgets.ts';
import { openCardPage } from '@/tests/bench/card-page/open-card-page.ts';
import { percent } from '@/tests/bench/report/format.ts';
import { type Figure, limited, type Section } from '@/tests/bench/report/section.ts';
import { huge } from './marks.ts';

export type SoakNumbers = {
  soak: { heapGrowth: number; nodeGrowth: number; listenerGrowth: number; heapBytes: number };
};

/** Of one half: 5,000 cards and 150 navigations. */
const CARDS = 5_000;
const NAVIGATIONS = 150;
const PER_ROW = 7;
const LEGS = 10;
/** What the browser compiles and lays out once is there after these: ten halves in a row grow in the first two alone. */
const WARM_UP_LEGS = LEGS;
/** Rows that come in one frame. */
const AT_ONCE = 4;

type Counts = { heap: number; nodes: number; listeners: number };

/** What is left after three forced collections. */
async function count(session: CDPSession): Promise<Counts> {
  for (let n = 0; n < 3; n += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find(metric => metric.name === name)?.value ?? Number.NaN;
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

/** The same cards each time, with navigations between model pages and the index; a part of it where fewer `legs` are asked for. */
async function half(page: Page, hrefs: string[], legs = LEGS): Promise<void> {
  const rows = Math.ceil(CARDS / PER_ROW);
  for (let leg = 0; leg < legs; leg += 1) {
    const some = hrefs.slice(leg * (CARDS / LEGS), (leg + 1) * (CARDS / LEGS));
    await page.evaluate((all, n, atOnce) => window.cardPage.churn(all, n, atOnce), some, rows / LEGS, AT_ONCE);
    await page.evaluate(
      async (paths, times) => {
        for (let n = 0; n < times; n += 1) {
          history.pushState({}, '', n % 2 === 0 ? paths[n % paths.length] : '/models');
          await window.cardPage.rest(20);
        }
      },
      hrefs.slice(0, 10),
      NAVIGATIONS / LEGS,
    );
  }
  await page.evaluate(() => window.cardPage.rest(1_500));
}

async function countHalves({ vaulted }: Variants, hrefs: string[]): Promise<{ first: Counts; second: Counts }> {
  const page = await openCardPage(vaulted);
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  await page.evaluate(all => window.cardPage.fill(all), hrefs.slice(0, 77));
  await half(page, hrefs, WARM_UP_LEGS);
  await half(page, hrefs);
  const first = await count(session);
  await half(page, hrefs);
  const second = await count(session);
  await page.close();
  return { first, second };
}

function describe(first: Counts, second: Counts, { soak }: SoakNumbers): Figure[] {
  const { heapGrowth, heapGrowthBytes, nodeGrowth, listenerGrowth } = FIRM_LIMITS;
  const row = (what: keyof Counts) => `${first[what].toFixed(0)} → ${second[what].toFixed(0)}`;
  const isHeapFine = soak.heapGrowth <= heapGrowth && soak.heapBytes <= heapGrowthBytes;
  const heapNote = `${row('heap')} bytes, at most ${percent(heapGrowth)} and 1 MB`;
  const grown = (what: 'nodes' | 'listeners', share: number, most: number) =>
    limited(share <= most, `growth of ${what}`, percent(share), `${row(what)}, at most ${percent(most)}`);
  return [
    limited(isHeapFine, 'growth of the heap', percent(soak.heapGrowth), heapNote),
    grown('nodes', soak.nodeGrowth, nodeGrowth),
    grown('listeners', soak.listenerGrowth, listenerGrowth),
  ];
}

/** What a long day leaves behind: after each half the page shows the same, so that everything more is a leak. */
export async function measureSoak(variants: Variants, sandbox: Sandbox): Promise<Section<SoakNumbers>> {
  const { first, second } = await countHalves(variants, huge(sandbox).hrefs);
  const growth = (what: keyof Counts) => second[what] / first[what] - 1;
  const numbers: SoakNumbers = {
    soak: {
      heapGrowth: growth('heap'),
      nodeGrowth: growth('nodes'),
      listenerGrowth: growth('listeners'),
      heapBytes: second.heap - first.heap,
    },
  };
  return {
    title: `Soak: ${2 * CARDS} cards, ${2 * NAVIGATIONS} navigations, second half against the first`,
    figures: describe(first, second, numbers),
    numbers,
  };
}
