import type { Page } from 'puppeteer-core';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import type { Section } from '@/tests/bench/report/report.ts';
import { median, spread } from '@/tests/bench/report/statistics.ts';
import { openBrowser, type TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { signOutThroughPopup } from '@/tests/e2e/support/browser/sign-in.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';
import { syncedAt } from './mirror-age.ts';
import { heapOfWorker } from './worker-heap.ts';

const ROUNDS = 3;
/** 5,000 items, 200 a page; and one page when nothing has changed. */
const FULL_REQUESTS = 25;
const INCREMENTAL_REQUESTS = 1;

export type SyncNumbers = {
  fullRequests: number;
  incrementalRequests: number;
  /** Medians: from the first request's arrival until the mirror is whole; the same pages fetched and parsed, nothing else. */
  fullMs: number;
  baselineMs: number;
  /** Of the worker after the last full sync, after a garbage collection. */
  heapBytes: number;
};

type Bench = { sandbox: Sandbox; browser: TestBrowser; probe: Page };

/** What the mirror asks for, which nobody else does: pages of 200. */
function pagesAsked({ sandbox }: Bench) {
  return sandbox.requests.of('vault/all').filter(({ search }) => new URLSearchParams(search).get('limit') === '200');
}

/** Signs in, as a user does, and waits until the whole vault is known. */
async function fullSync(bench: Bench): Promise<{ ms: number; requests: number }> {
  const { browser, sandbox } = bench;
  sandbox.requests.clear();
  const signingIn = browser.signIn(keys.huge);
  const endedAt = await until('the full sync', async () => (await syncedAt(bench.probe)) && Date.now(), {
    timeoutMs: 120_000,
    everyMs: 50,
  });
  await signingIn;
  await untilQuiet('the number of requests', () => sandbox.requests.all().length);
  const pages = pagesAsked(bench);
  return { ms: endedAt - (pages[0]?.at ?? Number.NaN), requests: pages.length };
}

/** The same pages by the shortest way there is: one `fetch` after the other from a page of the extension, parsed and forgotten. */
async function baseline({ probe }: Bench): Promise<number> {
  return probe.evaluate(
    async (key, pages) => {
      const startedAt = performance.now();
      for (let page = 1; page <= pages; page += 1) {
        const query = new URLSearchParams({ limit: '200', page: String(page), sort: 'Recently Added' });
        const answer = await fetch(`https://civitai.com/api/v1/vault/all?${query}`, {
          headers: { Accept: 'application/json', Authorization: `Bearer ${key}` },
          credentials: 'omit',
          cache: 'no-store',
        });
        const { items } = await answer.json();
        if (items.length !== 200) throw new Error(`Page ${page} of the baseline has ${items.length} items`);
      }
      return performance.now() - startedAt;
    },
    keys.huge,
    FULL_REQUESTS,
  );
}

/** Opens the popup when the mirror is older than the 5 minutes for which it counts as fresh. */
async function incrementalSync(bench: Bench): Promise<number> {
  const { browser, sandbox } = bench;
  const old = (await syncedAt(bench.probe, 6 * 60_000)) ?? Number.NaN;
  sandbox.requests.clear();
  const popup = await browser.openPopup();
  await until('the incremental sync', async () => ((await syncedAt(bench.probe)) ?? 0) > old, { timeoutMs: 30_000 });
  await untilQuiet('the number of requests', () => sandbox.requests.all().length);
  await browser.closePopup(popup);
  return pagesAsked(bench).length;
}

async function signOut({ browser }: Bench): Promise<void> {
  const popup = await browser.openPopup();
  await signOutThroughPopup(popup);
  await browser.closePopup(popup);
}

async function measure(bench: Bench): Promise<Section<SyncNumbers>> {
  const emptyHeap = await heapOfWorker(bench.browser);
  const [full, plain, requests]: [number[], number[], number[]] = [[], [], []];
  let heapBytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const sync = await fullSync(bench);
    full.push(sync.ms);
    requests.push(sync.requests);
    heapBytes = await heapOfWorker(bench.browser);
    plain.push(await baseline(bench));
    if (round < ROUNDS - 1) await signOut(bench);
  }
  const incrementalRequests = await incrementalSync(bench);
  const [fullMs, baselineMs] = [median(full), median(plain)];
  const fullRequests = requests.find(count => count !== FULL_REQUESTS) ?? FULL_REQUESTS;
  const ratios = full.map((ms, round) => ms / (plain[round] ?? Number.NaN));
  return {
    title: 'Worker sync: 5,000 items, production build in Chromium',
    rows: [
      ['full sync', `${fullRequests} requests`, `must be ${FULL_REQUESTS}`],
      ['incremental sync', `${incrementalRequests} requests`, `must be ${INCREMENTAL_REQUESTS}`],
      ['time of the full sync', `${fullMs.toFixed(0)} ms`, `spread ${spread(full)}`],
      ['the same pages, only fetched', `${baselineMs.toFixed(0)} ms`, `spread ${spread(plain)}`],
      ['ratio', `${median(ratios).toFixed(2)} ×`, `spread ${spread(ratios, 2)}`],
      [
        'heap of the worker',
        `${(heapBytes / 2 ** 20).toFixed(2)} MB`,
        `${(heapBytes / emptyHeap).toFixed(2)} × before sign-in`,
      ],
    ],
    failures: [
      ...(fullRequests === FULL_REQUESTS ? [] : [`a full sync took ${fullRequests} requests, not ${FULL_REQUESTS}`]),
      ...(incrementalRequests === INCREMENTAL_REQUESTS
        ? []
        : [`an incremental sync took ${incrementalRequests} requests, not ${INCREMENTAL_REQUESTS}`]),
    ],
    numbers: { fullRequests, incrementalRequests, fullMs, baselineMs, heapBytes },
  };
}

/** Measures how the worker reads a vault of 5,000 items, in a browser and a sandbox of its own. */
export async function measureSync(): Promise<Section<SyncNumbers>> {
  const sandbox = await startSandbox();
  try {
    const browser = await openBrowser({ browser: 'chromium', sandbox });
    try {
      // The manifest is the lightest page with the extension's origin: it asks the worker for nothing.
      const probe = await browser.newPage();
      await browser.engine.openExtensionPage(probe, 'manifest.json');
      return await measure({ sandbox, browser, probe });
    } finally {
      await browser.close();
    }
  } finally {
    await sandbox.close();
  }
}
