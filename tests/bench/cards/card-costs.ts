import { added, ratios } from '@/tests/bench/browsers/interleave.ts';
import type { BuildName, VariantName } from '@/tests/bench/browsers/variants.ts';
import { FIRM_LIMITS, SPEED_GOALS } from '@/tests/bench/budgets.ts';
import { ms, times } from '@/tests/bench/report/format.ts';
import { aimed, type Figure, figure, limited } from '@/tests/bench/report/section.ts';
import { median, spread } from '@/tests/bench/report/statistics.ts';
import { type CardRun, INSERTED, type Sample, TRACED } from './cards.ts';

/** What one inserted card costs more than without an extension, ms; `paint` and what follows by a trace. */
const COSTS = {
  script: ({ churn }: Sample) => churn.script / INSERTED,
  task: ({ churn }: Sample) => churn.task / INSERTED,
  style: ({ churn }: Sample) => churn.style / INSERTED,
  layout: ({ churn }: Sample) => churn.layout / INSERTED,
  paint: ({ drawing }: Sample) => drawing.paint / TRACED,
  compositing: ({ drawing }: Sample) => drawing.compositing / TRACED,
  offThread: ({ drawing }: Sample) => drawing.offThread / TRACED,
};
type Cost = keyof typeof COSTS;
const COST_NAMES = ['script', 'task', 'style', 'layout', 'paint', 'compositing', 'offThread'] as const;
const GOALS: { [cost in Cost]?: number } = {
  script: SPEED_GOALS.cardScriptPerFloor,
  task: SPEED_GOALS.cardTaskPerFloor,
};
const NAMES: { [cost in Cost]: string } = {
  script: 'script',
  task: 'main thread in all',
  style: 'style',
  layout: 'layout',
  paint: 'paint',
  compositing: 'compositing',
  offThread: 'other threads, graphics process',
};

export type CardCosts = { [cost in Cost]: number } & { styleRatio: number; layersAdded: number };

const perCard = (run: CardRun, name: VariantName, cost: Cost) => added(run.samples, [name, 'none'], COSTS[cost]);
const styleRatios = (run: CardRun, name: VariantName) =>
  ratios(run.samples, [name, 'none'], ({ churn }) => churn.styles);
const layersAdded = (run: CardRun, name: VariantName) => added(run.samples, [name, 'none'], ({ layers }) => layers);

/** Medians of what a variant adds. */
export function costsOf(run: CardRun, name: VariantName): CardCosts {
  const of = (cost: Cost) => median(perCard(run, name, cost));
  return {
    script: of('script'),
    task: of('task'),
    style: of('style'),
    layout: of('layout'),
    paint: of('paint'),
    compositing: of('compositing'),
    offThread: of('offThread'),
    styleRatio: median(styleRatios(run, name)),
    layersAdded: median(layersAdded(run, name)),
  };
}

function costFigure(run: CardRun, build: BuildName, cost: Cost, where: string): Figure {
  const values = perCard(run, build, cost);
  const floor = median(perCard(run, 'floor', cost));
  const ratio = median(values) / floor;
  const what = `added per card, ${where}: ${NAMES[cost]}`;
  const value = `${ms(median(values), 3)}, ${times(ratio)}`;
  const note = `floor ${ms(floor, 3)}, spread ${spread(values, 3)}`;
  const goal = GOALS[cost];
  return goal === undefined
    ? figure(what, value, note)
    : aimed(ratio <= goal, what, value, `at most ${goal} ×; ${note}`);
}

/** Each cost of a build, beside the floor's. `where`: on how many cards. */
export function costFigures(run: CardRun, build: BuildName, where: string): Figure[] {
  const { styleRecalculations: mostStyles, layersAdded: mostLayers } = FIRM_LIMITS;
  const styles = styleRatios(run, build);
  const layers = median(layersAdded(run, build));
  const styleNote = `at most ${mostStyles} × without; spread ${spread(styles, 3)}`;
  const layerNote = `must be ${mostLayers}; floor ${median(layersAdded(run, 'floor'))}`;
  return [
    ...COST_NAMES.map(cost => costFigure(run, build, cost, where)),
    limited(median(styles) <= mostStyles, `style recalculations, ${where}`, times(median(styles)), styleNote),
    limited(layers <= mostLayers, `compositor layers added, ${where}`, `${layers}`, layerNote),
  ];
}
