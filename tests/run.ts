/**
 * Runs what `npm test` promises and counts it: `node tests/run.ts [--all] [--only stage] [--browser name] [name filter…]`.
 * The last line is "N passed, N failed"; types, lint and each build count as one.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runCommand } from '@/tests/run/command.ts';
import { countStage, summarize } from '@/tests/run/outcome.ts';
import { runLanes, type Stage } from '@/tests/run/stage.ts';
import { endToEndStage, runVitest } from '@/tests/run/vitest.ts';

const { values: options, positionals: filters } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    only: { type: 'string' },
    browser: { type: 'string' },
  },
});

const browsers = options.browser ? [options.browser] : ['chromium', 'firefox'];
const env: NodeJS.ProcessEnv = options.all ? { VAULTED_EVERY_CASE: '1' } : {};
/** Ends a stage that hangs; a busy machine alone must not. */
const limitMinutes = options.all ? 120 : 30;

const types: Stage = { name: 'types', run: () => countStage('types', runCommand('tsc', ['--noEmit'])) };
const lint: Stage = { name: 'lint', run: () => countStage('lint', runCommand('biome', ['check', '.'])) };
const builds: Stage[] = [
  { name: 'build chrome', run: () => countStage('build chrome', runCommand('wxt', ['build'])) },
  {
    name: 'build firefox',
    run: () => countStage('build firefox', runCommand('wxt', ['build', '-b', 'firefox', '--mv3'])),
  },
];
/** Tests that only compute, or see the sandbox alone. */
function vitestStage(projects: string[]): Stage {
  // By itself Vitest leaves a core free, which is half of a small machine.
  const options = { filters, mayBeEmpty: filters.length > 0, env, limitMinutes, maxWorkers: availableParallelism() };
  return { name: projects.join(', '), run: () => runVitest({ projects, ...options }) };
}
const ofTheTree = vitestStage(['unit', 'unit-apart', 'house', 'build']);
const ofTheSandbox = vitestStage(['sandbox', 'property']);

/** Without a choice everything runs; tests always get a fresh build. */
const isWanted = (group: 'check' | 'unit' | 'e2e') => options.only === undefined || options.only === group;

// A build writes types that the compiler reads, so those two never run at the same time.
const outcomes = await runLanes(
  isWanted('check') ? [lint] : [],
  options.only === 'check' ? [types] : isWanted('check') ? [...builds, types] : builds,
);
const endToEnd = (isWanted('e2e') ? browsers : []).map(browser =>
  endToEndStage(browser, { filters, env, limitMinutes }),
);
const isChromium = ({ name }: Stage) => name.endsWith('chromium');
const afterwards = (stage: Stage) => (isWanted('unit') ? [stage] : []);
// End-to-end tests mostly wait, the others only compute: so they come behind, each lane with as much as ends both at a time.
outcomes.push(
  ...(await runLanes(
    [...endToEnd.filter(stage => !isChromium(stage)), ...afterwards(ofTheSandbox)],
    [...endToEnd.filter(isChromium), ...afterwards(ofTheTree)],
  )),
);
process.exitCode = summarize(outcomes, { mayRetry: !options.all });
