import type { CDPSession, Page } from 'puppeteer-core';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { openCardPage } from '@/tests/bench/cards/card-page.ts';
import { huge } from '@/tests/bench/cards/marks.ts';
import type { Variants } from '@/tests/bench/cards/variants.ts';
import type { Section } from '@/tests/bench/report/report.ts';
import { PROMISES } from './budgets.ts';

export type SoakNumbers = {
  soak: { heapGrowth: number; nodeGrowth: number; listenerGrowth: number; heapBytes: number };
};

/** Of one half: 5,000 cards and 150 navigations. */
const CARDS = 5_000;
const NAVIGATIONS = 150;
const PER_ROW = 7;
const LEGS = 10;
/** What the browser compiles and lays out once is there after these: it is no leak, and an empty page has it as well. */
const WARM_UP_LEGS = 3;
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

/** The same cards each time, with navigations between model pages and the index in between; a part of it where fewer `legs` are asked for. */
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

/** What a long day leaves behind: after each half the page shows the same, so that everything more is a leak. */
export async function measureSoak({ vaulted }: Variants, sandbox: Sandbox): Promise<Section<SoakNumbers>> {
  const { hrefs } = huge(sandbox);
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
  const growth = (what: keyof Counts) => second[what] / first[what] - 1;
  const soak = {
    heapGrowth: growth('heap'),
    nodeGrowth: growth('nodes'),
    listenerGrowth: growth('listeners'),
    heapBytes: second.heap - first.heap,
  };
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
  const isHeapLeaking = soak.heapGrowth > PROMISES.heapGrowth || soak.heapBytes > PROMISES.heapGrowthBytes;
  const row = (what: keyof Counts) => `${first[what].toFixed(0)} → ${second[what].toFixed(0)}`;
  return {
    title: `Soak: ${2 * CARDS} cards, ${2 * NAVIGATIONS} navigations, second half against the first`,
    rows: [
      ['heap', percent(soak.heapGrowth), `${row('heap')} bytes, at most ${percent(PROMISES.heapGrowth)} and 1 MB`],
      ['nodes', percent(soak.nodeGrowth), `${row('nodes')}, at most ${percent(PROMISES.nodeGrowth)}`],
      ['listeners', percent(soak.listenerGrowth), `${row('listeners')}, at most ${percent(PROMISES.listenerGrowth)}`],
    ],
    failures: [
      ...(isHeapLeaking ? [`the heap grows by ${percent(soak.heapGrowth)}`] : []),
      ...(soak.nodeGrowth > PROMISES.nodeGrowth ? [`nodes grow by ${percent(soak.nodeGrowth)}`] : []),
      ...(soak.listenerGrowth > PROMISES.listenerGrowth ? [`listeners grow by ${percent(soak.listenerGrowth)}`] : []),
    ],
    numbers: { soak },
  };
}
