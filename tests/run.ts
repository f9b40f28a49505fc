/**
 * Runs what `npm test` promises and counts it: `node tests/run.ts [--all] [--only stage] [--browser name] [name filter…]`.
 * The last line is "N passed, N failed"; types, lint and each build count as one.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runCommand } from './run/command.ts';
import { countStage, type Outcome, summarize } from './run/outcome.ts';
import { runVitest } from './run/vitest.ts';

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

type Stage = { name: string; group: 'check' | 'build' | 'unit' | 'e2e'; run: () => Promise<Outcome> };

const stages: Stage[] = [
  { name: 'types', group: 'check', run: () => countStage('types', runCommand('tsc', ['--noEmit'])) },
  { name: 'lint', group: 'check', run: () => countStage('lint', runCommand('biome', ['check', '.'])) },
  { name: 'build chrome', group: 'build', run: () => countStage('build chrome', runCommand('wxt', ['build'])) },
  {
    name: 'build firefox',
    group: 'build',
    run: () => countStage('build firefox', runCommand('wxt', ['build', '-b', 'firefox', '--mv3'])),
  },
  {
    name: 'unit, sandbox, property, house',
    group: 'unit',
    // By itself Vitest leaves a core free, which is half of a small machine.
    run: () =>
      runVitest({
        projects: ['unit', 'sandbox', 'property', 'house'],
        filters,
        env,
        limitMinutes,
        maxWorkers: availableParallelism(),
      }),
  },
  ...browsers.map(browser => ({
    name: `end to end in ${browser}`,
    group: 'e2e' as const,
    run: () => runVitest({ projects: [`e2e-${browser}`], filters, env, limitMinutes, isQuiet: true }),
  })),
];

/** Without a choice everything runs; tests always get a fresh build. */
function isWanted(stage: Stage): boolean {
  if (options.only === undefined) return true;
  return stage.group === options.only || (options.only !== 'check' && stage.group === 'build');
}

async function runStage(stage: Stage): Promise<Outcome> {
  console.log(`\n── ${stage.name}`);
  const startedAt = performance.now();
  const outcome = await stage.run();
  return { ...outcome, name: stage.name, seconds: (performance.now() - startedAt) / 1000 };
}

const wanted = stages.filter(isWanted);
const outcomes: Outcome[] = [];
for (const stage of wanted.filter(({ group }) => group !== 'e2e')) outcomes.push(await runStage(stage));
// The two browsers wait more than they compute, so they share the machine.
outcomes.push(...(await Promise.all(wanted.filter(({ group }) => group === 'e2e').map(runStage))));
process.exitCode = summarize(outcomes);
