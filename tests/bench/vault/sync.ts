import { interleave, type Samples, valuesOf } from '@/tests/bench/browsers/interleave.ts';
import type { BuildName } from '@/tests/bench/browsers/variants.ts';
import { FIRM_LIMITS, SPEED_GOALS } from '@/tests/bench/budgets.ts';
import { megabytes, ms, thousands, times } from '@/tests/bench/report/format.ts';
import { aimed, type Figure, figure, limited, ofEachBuild, type Section } from '@/tests/bench/report/section.ts';
import { median, spread } from '@/tests/bench/report/statistics.ts';
import { type Bench, withBuilds } from './open-builds.ts';
import { fetchOnly, fullSync, incrementalSync, PAGE_SIZE, signOut } from './sync-steps.ts';
import { addTwentyThousand, FIVE_THOUSAND, type Vault } from './vaults.ts';
import { heapOfWorker } from './worker-heap.ts';

const ROUNDS = 3;

/** Medians. */
type SyncCosts = { fullRequests: number; fullMs: number; baselineMs: number; ratio: number; heapBytes: number };

/** Of the vault of 5,000 items, and in `vast` of 20,000. */
export type SyncNumbers = SyncCosts & {
  incrementalRequests: number;
  vast: SyncCosts;
  older?: { large: SyncCosts; vast: SyncCosts };
};

/** `heap`: bytes of the worker after the sync. */
type Sample = { fullMs: number; requests: number; fetchMs: number; heap: number };
type Found = {
  large: Samples<BuildName, Sample>;
  vast: Samples<BuildName, Sample>;
  incrementalRequests: number;
};

async function sample(bench: Bench, vault: Vault): Promise<Sample> {
  await signOut(bench);
  const { ms: fullMs, requests } = await fullSync(bench, vault);
  const heap = await heapOfWorker(bench.browser);
  return { fullMs, requests, heap, fetchMs: await fetchOnly(bench, vault) };
}

function costsOf(samples: Samples<BuildName, Sample>, build: BuildName): SyncCosts {
  const of = (read: (sample: Sample) => number) => median(valuesOf(samples, build, read));
  return {
    fullRequests: of(({ requests }) => requests),
    fullMs: of(({ fullMs }) => fullMs),
    baselineMs: of(({ fetchMs }) => fetchMs),
    ratio: of(({ fullMs, fetchMs }) => fullMs / fetchMs),
    heapBytes: of(({ heap }) => heap),
  };
}

function describeSync(samples: Samples<BuildName, Sample>, build: BuildName, items: number): Figure[] {
  const { fullRequests, fullMs, baselineMs, ratio } = costsOf(samples, build);
  const { syncPerFetch } = SPEED_GOALS;
  const due = items / PAGE_SIZE;
  const ratios = valuesOf(samples, build, each => each.fullMs / each.fetchMs);
  const where = `${thousands(items)} items`;
  const note = `at most ${syncPerFetch} × only fetched in ${ms(baselineMs, 0)}; spread ${spread(ratios, 2)}`;
  return [
    limited(fullRequests === due, `requests of a full sync, ${where}`, `${fullRequests}`, `must be ${due}`),
    aimed(ratio <= syncPerFetch, `full sync, ${where}`, `${ms(fullMs, 0)}, ${times(ratio)}`, note),
  ];
}

function describe({ large, vast }: Found, build: BuildName): Figure[] {
  const heaps = [costsOf(large, build).heapBytes, costsOf(vast, build).heapBytes] as const;
  const growth = heaps[1] / heaps[0];
  const { workerHeapGrowth } = SPEED_GOALS;
  const note = `at most ${workerHeapGrowth} × with 5,000`;
  const value = `${megabytes(heaps[1])}, ${times(growth)}`;
  return [
    ...describeSync(large, build, 5_000),
    ...describeSync(vast, build, 20_000),
    figure('heap of the worker, 5,000 items', megabytes(heaps[0])),
    aimed(growth <= workerHeapGrowth, 'heap of the worker, 20,000 items', value, note),
  ];
}

/** Measures how the worker reads vaults of 5,000 and of 20,000 items, in browsers and a sandbox of their own. */
export async function measureSync(olderBuild: string | undefined): Promise<Section<SyncNumbers>> {
  const found = await withBuilds(olderBuild, async (builds, sandbox): Promise<Found> => {
    const vastVault = addTwentyThousand(sandbox);
    const vast = await interleave(builds, ROUNDS, bench => sample(bench, vastVault));
    const large = await interleave(builds, ROUNDS, bench => sample(bench, FIVE_THOUSAND));
    const [today] = builds;
    return { vast, large, incrementalRequests: today ? await incrementalSync(today[1]) : Number.NaN };
  });
  const { large, vast, incrementalRequests } = found;
  const hasOlder = olderBuild !== undefined;
  const due = FIRM_LIMITS.incrementalSyncRequests;
  const isDue = incrementalRequests === due;
  const numbers: SyncNumbers = {
    ...costsOf(large, 'vaulted'),
    incrementalRequests,
    vast: costsOf(vast, 'vaulted'),
    ...(hasOlder && { older: { large: costsOf(large, 'older'), vast: costsOf(vast, 'older') } }),
  };
  return {
    title: 'Worker sync, production build in Chromium',
    figures: [
      ...ofEachBuild(hasOlder, build => describe(found, build)),
      limited(isDue, 'requests of an incremental sync', `${incrementalRequests}`, `must be ${due}`),
    ],
    numbers,
  };
}
