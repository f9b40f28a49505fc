import type { Sandbox } from '@/sandbox/sandbox.ts';
import { added } from '@/tests/bench/browsers/interleave.ts';
import type { Variants } from '@/tests/bench/browsers/variants.ts';
import { FIRM_LIMITS, SPEED_GOALS } from '@/tests/bench/budgets.ts';
import { ms, percent, times } from '@/tests/bench/report/format.ts';
import { aimed, type Figure, figure, limited, type Section } from '@/tests/bench/report/section.ts';
import { median, spread } from '@/tests/bench/report/statistics.ts';
import { type CardRun, INSERTED, runCards, type Sample } from './cards.ts';
import type { Marks } from './marks.ts';

type Runs = { small: CardRun; large: CardRun };

export type CardNumbers = {
  marks: {
    before77: number;
    after77: number;
    before280: number;
    after280: number;
    wrong: number;
    duplicate: number;
  };
  /** Added script per inserted card. */
  insertMs: { c77: number; c280: number; floor77: number; floor280: number };
  noiseMs: number;
  longTasksAdded: number;
  layoutShiftAdded: number;
  /** Of 40 rows on a page of 77, against no extension: milliseconds and recalculations. */
  styleMs: number;
  styleCount: number;
  layoutMs: number;
};

const script = ({ churn }: Sample) => churn.script / INSERTED;

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

function count({ small, large }: Runs): CardNumbers {
  const both = (read: (sample: Sample) => number) =>
    Math.max(0, median([small, large].flatMap(({ samples }) => added(samples, 'vaulted', read))));
  const ofSmall = (read: (sample: Sample) => number) => median(added(small.samples, 'vaulted', read));
  return {
    marks: countMarks({ small, large }),
    insertMs: {
      c77: median(added(small.samples, 'vaulted', script)),
      c280: median(added(large.samples, 'vaulted', script)),
      floor77: median(added(small.samples, 'floor', script)),
      floor280: median(added(large.samples, 'floor', script)),
    },
    noiseMs: both(({ noise }) => noise.script),
    longTasksAdded: both(({ longTasks }) => longTasks),
    layoutShiftAdded: both(({ layoutShift }) => layoutShift),
    styleMs: ofSmall(({ churn }) => churn.style),
    styleCount: ofSmall(({ churn }) => churn.styles),
    layoutMs: ofSmall(({ churn }) => churn.layout),
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

function scriptFigures(runs: Runs, { insertMs }: CardNumbers): Figure[] {
  const spreadOf = (run: CardRun, name: 'floor' | 'vaulted') => `spread ${spread(added(run.samples, name, script), 3)}`;
  const ratio = (what: string, value: number, most: number) =>
    aimed(value <= most, what, times(value), `at most ${most} ×`);
  const { c77, c280, floor77, floor280 } = insertMs;
  const most = SPEED_GOALS.cardScriptPerFloor;
  return [
    figure('added script per card, 77', ms(c77, 3), spreadOf(runs.small, 'vaulted')),
    figure('… the floor', ms(floor77, 3), spreadOf(runs.small, 'floor')),
    ratio('added script per card, 77, against the floor', c77 / floor77, most),
    figure('added script per card, 280', ms(c280, 3), spreadOf(runs.large, 'vaulted')),
    figure('… the floor', ms(floor280, 3), spreadOf(runs.large, 'floor')),
    ratio('added script per card, 280, against the floor', c280 / floor280, most),
    ratio('added script per card, 280 against 77', c280 / c77, SPEED_GOALS.cardScriptGrowth),
  ];
}

function otherFigures(numbers: CardNumbers): Figure[] {
  const { noiseMs, longTasksAdded, layoutShiftAdded, styleMs, layoutMs, styleCount } = numbers;
  const { noiseMs: mostNoise, longTasksAdded: mostLong } = SPEED_GOALS;
  const isStill = layoutShiftAdded <= FIRM_LIMITS.layoutShift;
  return [
    aimed(noiseMs <= mostNoise, 'added by 400 changes of text', ms(noiseMs, 3), `at most ${mostNoise} ms`),
    aimed(longTasksAdded <= mostLong, 'added long tasks', `${longTasksAdded}`, `at most ${mostLong}`),
    limited(isStill, 'added layout shift', layoutShiftAdded.toFixed(4), 'must be 0'),
    figure('added style, layout', `${styleMs.toFixed(1)}, ${ms(layoutMs)}`, `${styleCount} more recalculations`),
  ];
}

/** Marks, script, style and layout on pages of 77 and of 280 cards. */
export async function measureCards(variants: Variants, sandbox: Sandbox): Promise<Section<CardNumbers>> {
  const runs = { small: await runCards(variants, sandbox, 77), large: await runCards(variants, sandbox, 280) };
  const numbers = count(runs);
  return {
    title: 'Cards: 40 rows of seven come, 40 go',
    figures: [...markFigures(numbers), ...scriptFigures(runs, numbers), ...otherFigures(numbers)],
    numbers,
  };
}
