import type { Sandbox } from '@/sandbox/sandbox.ts';
import { added, ratios } from '@/tests/bench/browsers/interleave.ts';
import type { BuildName, Variants } from '@/tests/bench/browsers/variants.ts';
import { FIRM_LIMITS, SPEED_GOALS } from '@/tests/bench/budgets.ts';
import { percent, times } from '@/tests/bench/report/format.ts';
import { aimed, type Figure, limited, ofEachBuild, type Section } from '@/tests/bench/report/section.ts';
import { median, spread } from '@/tests/bench/report/statistics.ts';
import { type CardCosts, costFigures, costsOf } from './card-costs.ts';
import { type CardRun, runCards, type Sample } from './cards.ts';
import type { Marks } from './marks.ts';

const ROUNDS = 5;
const GPU_ROUNDS = 3;

type Runs = { small: CardRun; large: CardRun };
type Both = { c77: CardCosts; c280: CardCosts };

export type CardNumbers = {
  marks: {
    before77: number;
    after77: number;
    before280: number;
    after280: number;
    wrong: number;
    duplicate: number;
  };
  /** Added script of one inserted card. */
  insertMs: { c77: number; c280: number; floor77: number; floor280: number };
  /** Medians of what one inserted card adds on pages of 77 and of 280. */
  perCard: { vaulted: Both; floor: Both; older?: Both };
  /** Main thread during 400 changes of text, against no extension. */
  noiseRatio: number;
  /** The script of it, against no extension. */
  noiseMs: number;
  longTasksAdded: number;
  layoutShiftAdded: number;
};

export type GpuNumbers = { cardsGpu: { vaulted: CardCosts; floor: CardCosts; older?: CardCosts } };

const noiseTask = ({ noise }: Sample) => noise.task;

function countMarks({ small, large }: Runs): CardNumbers['marks'] {
  const share = (marks: readonly Marks[]) => Math.min(...marks.map(({ right, cards }) => right / cards));
  const all = [...small.before, ...small.after, ...large.before, ...large.after];
  return {
    before77: share(small.before),
    after77: share(small.after),
    before280: share(large.before),
    after280: share(large.after),
    wrong: all.reduce((sum, each) => sum + each.wrong, 0),
    duplicate: all.reduce((sum, each) => sum + each.duplicate, 0),
  };
}

/** Of all rounds of both pages. */
function pooled({ small, large }: Runs, compare: (run: CardRun) => number[]): number[] {
  return [small, large].flatMap(compare);
}

const noiseRatios = (runs: Runs, build: BuildName) =>
  pooled(runs, ({ samples }) => ratios(samples, [build, 'none'], noiseTask));

function count(runs: Runs, hasOlder: boolean): CardNumbers {
  const costs = (name: 'floor' | BuildName) => ({ c77: costsOf(runs.small, name), c280: costsOf(runs.large, name) });
  const more = (read: (sample: Sample) => number) =>
    Math.max(0, median(pooled(runs, ({ samples }) => added(samples, ['vaulted', 'none'], read))));
  const [vaulted, floor] = [costs('vaulted'), costs('floor')];
  return {
    marks: countMarks(runs),
    insertMs: {
      c77: vaulted.c77.script,
      c280: vaulted.c280.script,
      floor77: floor.c77.script,
      floor280: floor.c280.script,
    },
    perCard: { vaulted, floor, ...(hasOlder && { older: costs('older') }) },
    noiseRatio: median(noiseRatios(runs, 'vaulted')),
    noiseMs: more(({ noise }) => noise.script),
    longTasksAdded: more(({ longTasks }) => longTasks),
    layoutShiftAdded: more(({ layoutShift }) => layoutShift),
  };
}

function markFigures({ marks }: CardNumbers): Figure[] {
  const { wrong, duplicate } = marks;
  const row = (what: string, before: number, after: number) =>
    limited(
      Math.min(before, after) >= FIRM_LIMITS.rightMarks,
      what,
      `${percent(before, 0)}, ${percent(after, 0)}`,
      `must be ${percent(FIRM_LIMITS.rightMarks, 0)}`,
    );
  return [
    row('cards rightly marked, 77 before and after', marks.before77, marks.after77),
    row('cards rightly marked, 280 before and after', marks.before280, marks.after280),
    limited(wrong + duplicate === 0, 'marks wrong, cards with two', `${wrong}, ${duplicate}`, 'must be 0'),
  ];
}

function otherFigures(runs: Runs, { longTasksAdded, layoutShiftAdded }: CardNumbers, build: BuildName): Figure[] {
  const noise = noiseRatios(runs, build);
  const { noisePerNone, longTasksAdded: mostLong } = SPEED_GOALS;
  const isNoiseFine = median(noise) <= noisePerNone;
  const noiseNote = `at most ${noisePerNone} × without; spread ${spread(noise, 2)}`;
  const noiseFigure = aimed(isNoiseFine, 'main thread in 400 changes of text', times(median(noise)), noiseNote);
  if (build !== 'vaulted') return [noiseFigure];
  const isStill = layoutShiftAdded <= FIRM_LIMITS.layoutShift;
  return [
    noiseFigure,
    aimed(longTasksAdded <= mostLong, 'added long tasks', `${longTasksAdded}`, `at most ${mostLong}`),
    limited(isStill, 'added layout shift', layoutShiftAdded.toFixed(4), 'must be 0'),
  ];
}

/** Marks, script, style, layout and drawing on pages of 77 and of 280 cards. */
export async function measureCards(variants: Variants, sandbox: Sandbox): Promise<Section<CardNumbers>> {
  const small = await runCards(variants, sandbox, { cards: 77, rounds: ROUNDS });
  const large = await runCards(variants, sandbox, { cards: 280, rounds: ROUNDS });
  const runs = { small, large };
  const hasOlder = variants.older !== undefined;
  const numbers = count(runs, hasOlder);
  const figures = ofEachBuild(hasOlder, build => [
    ...costFigures(small, build, '77'),
    ...costFigures(large, build, '280'),
    ...otherFigures(runs, numbers, build),
  ]);
  return { title: 'Cards: 40 rows of seven come, 40 go', figures: [...markFigures(numbers), ...figures], numbers };
}

/** The same costs where frames are painted as with a graphics card. */
export async function measureCardsWithGpu(variants: Variants, sandbox: Sandbox): Promise<Section<GpuNumbers>> {
  const run = await runCards(variants, sandbox, { cards: 77, rounds: GPU_ROUNDS });
  const hasOlder = variants.older !== undefined;
  const costs = (name: 'floor' | BuildName) => costsOf(run, name);
  return {
    title: 'Cards, painted as with a graphics card',
    figures: ofEachBuild(hasOlder, build => costFigures(run, build, '77')),
    numbers: {
      cardsGpu: { vaulted: costs('vaulted'), floor: costs('floor'), ...(hasOlder && { older: costs('older') }) },
    },
  };
}
