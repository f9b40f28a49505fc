import { globSync } from 'node:fs';
import type { Stage } from './stage.ts';
import { runVitest, type VitestRun } from './vitest.ts';

/**
 * Files of Chromium that start when Firefox has ended, which has fewer of them: by then both browsers have about the same time to go.
 */
const LATE = [
  'account/onboarding',
  'account/two-accounts',
  'background/mirror',
  'model-page/official-button',
  'surfaces/changed',
  'surfaces/later',
];
/** As many files at a time as Firefox had. */
const LATE_WORKERS = 2;

type EndToEnd = Pick<VitestRun, 'filters' | 'env' | 'limitMinutes'> & { browsers: string[]; isEverything: boolean };

/** The two browsers wait more than they compute, so they share the machine: a lane for each. */
export function endToEndLanes({ browsers, isEverything, ...run }: EndToEnd): Stage[][] {
  const stage = (browser: string, part: string, more: Partial<VitestRun>): Stage => ({
    name: `end to end in ${browser}${part}`,
    run: () => runVitest({ ...run, projects: [`e2e-${browser}`], isQuiet: true, ...more }),
  });
  const isShared = browsers.length > 1 && !isEverything && run.filters.length === 0;
  if (!isShared) return browsers.map(browser => [stage(browser, '', { mayBeEmpty: run.filters.length > 0 })]);
  const specs = globSync('tests/e2e/**/*.spec.ts');
  const isLate = (file: string) => LATE.some(name => file.endsWith(`/${name}.spec.ts`));
  return [
    [stage('chromium', '', { filters: specs.filter(file => !isLate(file)) })],
    [
      stage('firefox', '', {}),
      stage('chromium', ', after Firefox', { filters: specs.filter(isLate), maxWorkers: LATE_WORKERS }),
    ],
  ];
}
