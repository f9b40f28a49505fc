import type { Page } from 'puppeteer-core';
import { type BuildName, buildsIn, openProbe, type Variants } from '@/tests/bench/browsers/variants.ts';
import { SPEED_GOALS } from '@/tests/bench/budgets.ts';
import { ms, times } from '@/tests/bench/report/format.ts';
import { aimed, type Figure, figure, type Section } from '@/tests/bench/report/section.ts';
import { median, spread } from '@/tests/bench/report/statistics.ts';
import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { until } from '@/tests/e2e/support/wait.ts';

export type PopupNumbers = {
  popup: { openMs: number; emptyMs: number };
  /** From a message to a worker that sleeps until its first answer; the same while it is awake. */
  worker: { coldMs: number; awakeMs: number };
};

const ROUNDS = 21;
/** What was started or ended before has come to rest by then. */
const REST_MS = 250;
const WAKES = 11;
const FIGURES = 'section[aria-label="Storage"]:not([aria-busy="true"])';

/** How long a popup takes, from the start of its navigation, until the frame with an element in it is handed over to be painted. */
async function timeOpening(browser: TestBrowser, selector: string): Promise<number> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(wanted => {
    const look = (): void => {
      if (!document.querySelector(wanted)) return void requestAnimationFrame(look);
      // A message that is sent before a frame's layout and painting arrives after them.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => Object.assign(window, { shownAfter: performance.now() });
      port2.postMessage('painted?');
    };
    requestAnimationFrame(look);
  }, selector);
  await new Promise(resolve => setTimeout(resolve, REST_MS));
  await browser.engine.openExtensionPage(page, 'popup.html');
  const shownAfter = await until('the popup', () => page.evaluate(() => Reflect.get(window, 'shownAfter')));
  await page.close();
  return Number(shownAfter);
}

/** From a question to its answer. */
async function timeAnswer(probe: Page): Promise<number> {
  const answeredAfter = await probe.evaluate(`(async () => {
    const startedAt = performance.now();
    await chrome.runtime.sendMessage({ vaulted: 'cached-versions', arg: { versionIds: [] } });
    return performance.now() - startedAt;
  })()`);
  return Number(answeredAfter);
}

type WorkerTimes = { cold: number[]; awake: number[] };

/** Builds take turns, so that the machine is as busy for one as for the other. */
async function timeWorkers(variants: Variants): Promise<Partial<Record<BuildName, WorkerTimes>>> {
  const opened = await Promise.all(
    buildsIn(variants).map(async ([name, browser]) => ({ name, browser, probe: await openProbe(browser) })),
  );
  const measured = opened.map((): WorkerTimes => ({ cold: [], awake: [] }));
  for (let n = 0; n < WAKES; n += 1) {
    for (const [at, { browser, probe }] of opened.entries()) {
      await browser.killWorker();
      measured[at]?.cold.push(await timeAnswer(probe));
      // What it has to do when it wakes is done by then.
      await new Promise(resolve => setTimeout(resolve, 300));
      measured[at]?.awake.push(await timeAnswer(probe));
    }
  }
  for (const { probe } of opened) await probe.close();
  return Object.fromEntries(opened.map(({ name }, at) => [name, measured[at]]));
}

/** What waking costs, against an older build where there is one. */
function figuresOfWorker({ cold, awake }: WorkerTimes, older: WorkerTimes | undefined): Figure[] {
  const shown = figure(
    'worker, from sleep to its first answer',
    ms(median(cold), 0),
    `spread ${spread(cold)}; awake ${ms(median(awake))}`,
  );
  if (!older) return [shown];
  const { workerPerOlder } = SPEED_GOALS;
  const ratio = median(cold) / median(older.cold);
  const before = `${ms(median(older.cold), 0)}, spread ${spread(older.cold)}`;
  const aim = `at most ${workerPerOlder} ×; older ${before}`;
  return [shown, aimed(ratio <= workerPerOlder, 'worker against an older build', times(ratio), aim)];
}

async function timePopups(variants: Variants): Promise<{ open: number[]; empty: number[] }> {
  const [open, empty]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    await variants.vaulted.killWorker();
    const openings = [
      async () => open.push(await timeOpening(variants.vaulted, FIGURES)),
      async () => empty.push(await timeOpening(variants.floor, '#shown')),
    ];
    // Neither always opens in the wake of the other.
    for (const opening of round % 2 === 0 ? openings : openings.toReversed()) await opening();
  }
  return { open, empty };
}

/** How long the popup takes to show what it last knew, while the worker sleeps; and how long the worker takes to wake. */
export async function measurePopup(variants: Variants): Promise<Section<PopupNumbers>> {
  const { open, empty } = await timePopups(variants);
  const { vaulted: worker = { cold: [], awake: [] }, older } = await timeWorkers(variants);
  const [openMs, emptyMs] = [median(open), median(empty)];
  const [coldMs, awakeMs] = [median(worker.cold), median(worker.awake)];
  const { popupPerEmpty } = SPEED_GOALS;
  const ratio = openMs / emptyMs;
  const figures: Figure[] = [
    figure('popup, to its figures on screen', ms(openMs, 0), `spread ${spread(open)}`),
    figure('an empty Preact popup', ms(emptyMs, 0), `spread ${spread(empty)}`),
    aimed(ratio <= popupPerEmpty, 'popup against an empty one', times(ratio), `at most ${popupPerEmpty} ×`),
    ...figuresOfWorker(worker, older),
  ];
  return { title: 'Popup and worker', figures, numbers: { popup: { openMs, emptyMs }, worker: { coldMs, awakeMs } } };
}
