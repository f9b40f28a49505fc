import { interleave, type Samples, valuesOf } from '@/tests/bench/browsers/interleave.ts';
import { createMeter } from '@/tests/bench/browsers/meter.ts';
import type { BuildName } from '@/tests/bench/browsers/variants.ts';
import { FIRM_LIMITS, SPEED_GOALS } from '@/tests/bench/budgets.ts';
import { megabytes, ms, times } from '@/tests/bench/report/format.ts';
import { aimed, type Figure, figure, limited, ofEachBuild, type Section } from '@/tests/bench/report/section.ts';
import { median, spread } from '@/tests/bench/report/statistics.ts';
import { type Bench, withBuilds } from './open-builds.ts';
import { openList } from './open-list.ts';
import { fullSync, signOut } from './sync-steps.ts';
import { heapOf, scrollThrough, typeInto } from './use-list.ts';
import { addTwentyThousand, FIVE, FIVE_THOUSAND, type Vault } from './vaults.ts';

const OPENINGS = 5;

/** Medians of the page with so many items. */
type PageCosts = { openMs: number; wholeMs: number; keystrokeMs: number; keystrokeTaskMs: number; heapBytes: number };

export type VaultPageNumbers = PageCosts & {
  openSmallMs: number;
  keystrokeSmallMs: number;
  heapSmallBytes: number;
  /** The most rows in the document while scrolling from end to end. */
  mostRows: number;
  vast: PageCosts;
  older?: { large: PageCosts; vast: PageCosts };
};

/** One opening. `letters`: ms of each, in the page; `letterTask`: of the main thread, of all that followed, too. */
type Sample = {
  openMs: number;
  wholeMs: number;
  letters: number[];
  letterTask: number;
  heap: number;
  mostRows: number;
};
type Found = { [size in 'small' | 'large' | 'vast']: Samples<BuildName, Sample> };

async function sample({ browser }: Bench, { items }: Vault, round: number): Promise<Sample> {
  const { page, ms: openMs, wholeMs } = await openList(browser, items);
  const heap = await heapOf(page);
  const mostRows = round === 0 ? await scrollThrough(page) : 0;
  const meter = await createMeter(page);
  let letters: number[] = [];
  const { task } = await meter.work(async () => {
    letters = await typeInto(page);
  });
  await page.close();
  return { openMs, wholeMs, letters, letterTask: task / letters.length, heap, mostRows };
}

async function measureVault(builds: [BuildName, Bench][], vault: Vault): Promise<Samples<BuildName, Sample>> {
  for (const [, bench] of builds) {
    await signOut(bench);
    await fullSync(bench, vault);
    const { page } = await openList(bench.browser, vault.items);
    await page.close();
  }
  return interleave(builds, OPENINGS, (bench, _, round) => sample(bench, vault, round));
}

const lettersOf = (samples: Samples<BuildName, Sample>, build: BuildName) =>
  (samples.get(build) ?? []).flatMap(({ letters }) => letters);

function costsOf(samples: Samples<BuildName, Sample>, build: BuildName): PageCosts {
  const of = (read: (sample: Sample) => number) => median(valuesOf(samples, build, read));
  return {
    openMs: of(({ openMs }) => openMs),
    wholeMs: of(({ wholeMs }) => wholeMs),
    keystrokeMs: median(lettersOf(samples, build)),
    keystrokeTaskMs: of(({ letterTask }) => letterTask),
    heapBytes: of(({ heap }) => heap),
  };
}

function describeSize(samples: Samples<BuildName, Sample>, build: BuildName, where: string): Figure[] {
  const { openMs, keystrokeMs, keystrokeTaskMs, heapBytes } = costsOf(samples, build);
  const openSpread = `spread ${spread(valuesOf(samples, build, each => each.openMs))}`;
  const letterNote = `main thread ${ms(keystrokeTaskMs)}; spread ${spread(lettersOf(samples, build), 1)}`;
  return [
    figure(`list usable, ${where}`, ms(openMs, 0), openSpread),
    figure(`a letter in the search, ${where}`, ms(keystrokeMs), letterNote),
    figure(`heap of the page, ${where}`, megabytes(heapBytes)),
  ];
}

function describeVast({ large, vast }: Found, build: BuildName): Figure[] {
  const { openMs, wholeMs, keystrokeMs, keystrokeTaskMs, heapBytes } = costsOf(vast, build);
  const { listMs, letterMs, pageHeapGrowth } = SPEED_GOALS;
  const growth = heapBytes / costsOf(large, build).heapBytes;
  const openNote = `at most ${ms(listMs, 0)}; spread ${spread(valuesOf(vast, build, each => each.openMs))}`;
  const letterNote = [
    `at most a frame, ${ms(letterMs)}`,
    `main thread ${ms(keystrokeTaskMs)}`,
    `spread ${spread(lettersOf(vast, build), 1)}`,
  ].join('; ');
  const heap = `${megabytes(heapBytes)}, ${times(growth)}`;
  return [
    aimed(openMs <= listMs, 'list usable, 20,000 items', ms(openMs, 0), openNote),
    figure('the same, to the last item', ms(wholeMs, 0)),
    aimed(keystrokeMs <= letterMs, 'a letter in the search, 20,000 items', ms(keystrokeMs), letterNote),
    aimed(growth <= pageHeapGrowth, 'heap of the page, 20,000 items', heap, `at most ${pageHeapGrowth} × with 5,000`),
  ];
}

const mostRowsOf = (found: Found, build: BuildName) =>
  Math.max(...Object.values(found).flatMap(samples => valuesOf(samples, build, ({ mostRows }) => mostRows)));

function describe(found: Found, build: BuildName): Figure[] {
  const { rowsInDocument } = FIRM_LIMITS;
  const rows = mostRowsOf(found, build);
  const rowsNote = `at most ${rowsInDocument}, scrolling from end to end`;
  return [
    ...describeSize(found.small, build, '5 items'),
    ...describeSize(found.large, build, '5,000 items'),
    ...describeVast(found, build),
    limited(rows <= rowsInDocument, 'rows in the document', `${rows}`, rowsNote),
  ];
}

function numbersOf(found: Found, hasOlder: boolean): VaultPageNumbers {
  const { large, vast } = found;
  const small = costsOf(found.small, 'vaulted');
  return {
    ...costsOf(large, 'vaulted'),
    openSmallMs: small.openMs,
    keystrokeSmallMs: small.keystrokeMs,
    heapSmallBytes: small.heapBytes,
    mostRows: mostRowsOf(found, 'vaulted'),
    vast: costsOf(vast, 'vaulted'),
    ...(hasOlder && { older: { large: costsOf(large, 'older'), vast: costsOf(vast, 'older') } }),
  };
}

/** Measures the vault page with 5, 5,000 and 20,000 items, in browsers and a sandbox of their own. */
export async function measureVaultPage(olderBuild: string | undefined): Promise<Section<VaultPageNumbers>> {
  const found = await withBuilds(olderBuild, async (builds, sandbox): Promise<Found> => {
    const small = await measureVault(builds, FIVE);
    const large = await measureVault(builds, FIVE_THOUSAND);
    return { small, large, vast: await measureVault(builds, addTwentyThousand(sandbox)) };
  });
  const hasOlder = olderBuild !== undefined;
  return {
    title: 'Vault page, production build in Chromium',
    figures: ofEachBuild(hasOlder, build => describe(found, build)),
    numbers: numbersOf(found, hasOlder),
  };
}
