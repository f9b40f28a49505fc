import { startSandbox } from '@/sandbox/server.ts';
import { FIRM_LIMITS } from '@/tests/bench/budgets.ts';
import { megabytes, ms, times } from '@/tests/bench/report/format.ts';
import { type Figure, figure, limited, type Section } from '@/tests/bench/report/section.ts';
import { median, spread } from '@/tests/bench/report/statistics.ts';
import { openBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { type Bench, baseline, fullSync, incrementalSync, signOut } from './sync-steps.ts';
import { heapOfWorker } from './worker-heap.ts';

const ROUNDS = 3;

export type SyncNumbers = {
  fullRequests: number;
  incrementalRequests: number;
  /** Medians: from the first request's arrival until the mirror is whole; the same pages fetched and parsed, nothing else. */
  fullMs: number;
  baselineMs: number;
  /** Of the worker after the last full sync, after a garbage collection. */
  heapBytes: number;
};

type Found = {
  emptyHeap: number;
  full: number[];
  plain: number[];
  requests: number[];
  heapBytes: number;
  incrementalRequests: number;
};

async function find(bench: Bench): Promise<Found> {
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
  return { emptyHeap, full, plain, requests, heapBytes, incrementalRequests: await incrementalSync(bench) };
}

function describe({ full, plain, emptyHeap }: Found, numbers: SyncNumbers): Figure[] {
  const { fullRequests, incrementalRequests, heapBytes } = numbers;
  const { fullSyncRequests, incrementalSyncRequests } = FIRM_LIMITS;
  const ratios = full.map((each, round) => each / (plain[round] ?? Number.NaN));
  const asked = (what: string, count: number, due: number) =>
    limited(count === due, what, `${count}`, `must be ${due}`);
  return [
    asked('requests of a full sync', fullRequests, fullSyncRequests),
    asked('requests of an incremental sync', incrementalRequests, incrementalSyncRequests),
    figure('time of the full sync', ms(numbers.fullMs, 0), `spread ${spread(full)}`),
    figure('the same pages, only fetched', ms(numbers.baselineMs, 0), `spread ${spread(plain)}`),
    figure('full sync against only fetched', times(median(ratios)), `spread ${spread(ratios, 2)}`),
    figure('heap of the worker', megabytes(heapBytes), `${times(heapBytes / emptyHeap)} before sign-in`),
  ];
}

async function measure(bench: Bench): Promise<Section<SyncNumbers>> {
  const found = await find(bench);
  const { fullSyncRequests } = FIRM_LIMITS;
  const numbers: SyncNumbers = {
    fullRequests: found.requests.find(count => count !== fullSyncRequests) ?? fullSyncRequests,
    incrementalRequests: found.incrementalRequests,
    fullMs: median(found.full),
    baselineMs: median(found.plain),
    heapBytes: found.heapBytes,
  };
  const title = 'Worker sync: 5,000 items, production build in Chromium';
  return { title, figures: describe(found, numbers), numbers };
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
