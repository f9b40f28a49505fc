import type { Sandbox } from '@/sandbox/sandbox.ts';
import { PACE, PROMISES } from '@/tests/bench/budgets.ts';
import type { Section } from '@/tests/bench/report/report.ts';
import { median, spread } from '@/tests/bench/report/statistics.ts';
import { type CardRun, INSERTED, runCards } from './cards.ts';
import type { Marks } from './marks.ts';
import type { Variants } from './variants.ts';

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

type Measured = 'floor' | 'vaulted';

/** Per round: what a variant costs more than no extension. */
function added(run: CardRun, name: Measured, read: (sample: CardRun['samples']['none'][number]) => number): number[] {
  return run.samples[name].map((sample, round) => {
    const none = run.samples.none[round];
    return none ? read(sample) - read(none) : Number.NaN;
  });
}

const perCard = (run: CardRun, name: Measured) => added(run, name, ({ churn }) => churn.script / INSERTED);
const share = (marks: readonly Marks[]) => Math.min(...marks.map(({ right, cards }) => right / cards));
const sum = (marks: readonly Marks[], what: 'wrong' | 'duplicate') =>
  marks.reduce((total, each) => total + each[what], 0);

/** Marks, script, style and layout on pages of 77 and of 280 cards. */
export async function measureCards(variants: Variants, sandbox: Sandbox): Promise<Section<CardNumbers>> {
  const small = await runCards(variants, sandbox, 77);
  const large = await runCards(variants, sandbox, 280);
  const all = [...small.before, ...small.after, ...large.before, ...large.after];
  const [c77, c280] = [perCard(small, 'vaulted'), perCard(large, 'vaulted')];
  const [floor77, floor280] = [perCard(small, 'floor'), perCard(large, 'floor')];
  const noise = [small, large].flatMap(run => added(run, 'vaulted', sample => sample.noise.script));
  const long = [small, large].flatMap(run => added(run, 'vaulted', sample => sample.longTasks));
  const shift = [small, large].flatMap(run => added(run, 'vaulted', sample => sample.layoutShift));
  const style = added(small, 'vaulted', ({ churn }) => churn.style);
  const layout = added(small, 'vaulted', ({ churn }) => churn.layout);
  const numbers: CardNumbers = {
    marks: {
      before77: share(small.before),
      after77: share(small.after),
      before280: share(large.before),
      after280: share(large.after),
      wrong: sum(all, 'wrong'),
      duplicate: sum(all, 'duplicate'),
    },
    insertMs: { c77: median(c77), c280: median(c280), floor77: median(floor77), floor280: median(floor280) },
    noiseMs: Math.max(0, median(noise)),
    longTasksAdded: Math.max(0, median(long)),
    layoutShiftAdded: Math.max(0, median(shift)),
    styleMs: median(style),
    styleCount: median(added(small, 'vaulted', ({ churn }) => churn.styles)),
    layoutMs: median(layout),
  };
  return { title: 'Cards: 40 rows of seven come, 40 go', ...describe(numbers), numbers, ...rowsOf() };

  function rowsOf(): Pick<Section<CardNumbers>, 'rows'> {
    const { marks, insertMs } = numbers;
    const ms = (value: number) => `${value.toFixed(3)} ms`;
    const ratio = (value: number, most: number) => `${value.toFixed(2)} ×, at most ${most} ×`;
    return {
      rows: [
        [
          'cards rightly marked, 77 before and after',
          `${marks.before77 * 100} %, ${marks.after77 * 100} %`,
          'must be 100 %',
        ],
        [
          '… 280',
          `${marks.before280 * 100} %, ${marks.after280 * 100} %`,
          `${marks.wrong} wrong, ${marks.duplicate} twice`,
        ],
        ['added script per card, 77', ms(insertMs.c77), `spread ${spread(c77, 3)}`],
        ['… the floor', ms(insertMs.floor77), `spread ${spread(floor77, 3)}`],
        ['… against the floor', ratio(insertMs.c77 / insertMs.floor77, PACE.insertPerFloor), ''],
        ['added script per card, 280', ms(insertMs.c280), `spread ${spread(c280, 3)}`],
        [
          '… against the floor',
          ratio(insertMs.c280 / insertMs.floor280, PACE.insertPerFloor),
          `floor ${ms(insertMs.floor280)}`,
        ],
        ['… against 77', ratio(insertMs.c280 / insertMs.c77, PACE.insertGrowth), ''],
        ['added by 400 changes of text', ms(numbers.noiseMs), `at most ${PACE.noiseMs} ms, spread ${spread(noise, 2)}`],
        [
          'added long tasks, layout shift',
          `${numbers.longTasksAdded}, ${numbers.layoutShiftAdded.toFixed(4)}`,
          `spread ${spread(long)}`,
        ],
        [
          'added style, layout',
          `${numbers.styleMs.toFixed(1)}, ${numbers.layoutMs.toFixed(1)} ms`,
          `${numbers.styleCount} more recalculations`,
        ],
      ],
    };
  }
}

function describe({ marks, layoutShiftAdded }: CardNumbers): { failures: string[] } {
  const shares = [marks.before77, marks.after77, marks.before280, marks.after280];
  return {
    failures: [
      ...(Math.min(...shares) < PROMISES.marks ? ['not every card is rightly marked'] : []),
      ...(marks.wrong + marks.duplicate > 0
        ? [`${marks.wrong} marks are wrong, ${marks.duplicate} cards have two`]
        : []),
      ...(layoutShiftAdded > PROMISES.layoutShift + 0.0005 ? [`the layout shifts by ${layoutShiftAdded}`] : []),
    ],
  };
}
