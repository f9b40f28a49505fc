import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './command.ts';
import type { Outcome } from './outcome.ts';
import { REPORT_FILE, type RunReport } from './reporter.ts';
import type { Stage } from './stage.ts';

type VitestRun = {
  projects: string[];
  /** Parts of paths; left empty, every file. */
  filters: string[];
  /** The filters may match files of other projects alone. */
  mayBeEmpty?: boolean;
  env: NodeJS.ProcessEnv;
  limitMinutes: number;
  isQuiet?: boolean;
  /** Files at a time; left out, as the configuration says. */
  maxWorkers?: number;
};

/** Runs Vitest projects and counts every test. Skipped tests and files that could not be read count as failed. */
export async function runVitest({
  projects,
  filters,
  mayBeEmpty = false,
  env,
  limitMinutes,
  isQuiet = false,
  maxWorkers,
}: VitestRun): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'vaulted-report-'));
  const file = join(folder, 'report.json');
  try {
    const args = ['run', ...projects.map(project => `--project=${project}`), ...filters];
    args.push(...(maxWorkers ? [`--maxWorkers=${maxWorkers}`] : []), ...(mayBeEmpty ? ['--passWithNoTests'] : []));
    args.push('--reporter=default', `--reporter=${join(import.meta.dirname, 'reporter.ts')}`);
    const worked = await runCommand('vitest', args, { env: { ...env, [REPORT_FILE]: file }, limitMinutes, isQuiet });
    const report: RunReport = JSON.parse(await readFile(file, 'utf8'));
    return countTests(report, { worked, mayBeEmpty, projects });
  } catch (error) {
    const failures = [`${projects.join(', ')}: no report (${String(error)})`];
    return { name: '', passed: 0, failures, retried: [], seconds: 0 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** All end-to-end tests of one browser. Their output comes in one piece, as they run beside others. */
export function endToEndStage(browser: string, run: Pick<VitestRun, 'filters' | 'env' | 'limitMinutes'>): Stage {
  const options = { ...run, projects: [`e2e-${browser}`], isQuiet: true, mayBeEmpty: run.filters.length > 0 };
  return { name: `end to end in ${browser}`, run: () => runVitest(options) };
}

/** Counts every test of a run, with the errors of all its tries. */
export function countTests(
  { files, errors }: RunReport,
  { worked, mayBeEmpty = false, projects }: { worked: boolean; mayBeEmpty?: boolean; projects: string[] },
): Outcome {
  const failures: string[] = [];
  const retried: string[] = [];
  let passed = 0;
  for (const { path, tests, errors: aside } of files) {
    passed += tests.filter(({ state }) => state === 'passed').length;
    for (const test of tests) {
      const reason = test.errors.join('; then ') || test.state;
      if (test.state !== 'passed') failures.push(`${path} > ${test.name} (${reason})`);
      else if (test.errors.length > 0) retried.push(`${path} > ${test.name} (${reason})`);
    }
    // A file that could not be read, or a hook after the last of its tests.
    const rest = aside.filter(error => !tests.some(test => test.errors.includes(error)));
    failures.push(...rest.map(error => `${path} (${error})`));
  }
  failures.push(...errors.map(error => `${projects.join(', ')}: outside of the tests (${error})`));
  if (passed === 0 && failures.length === 0 && !mayBeEmpty) failures.push(`${projects.join(', ')}: no test ran`);
  if (!worked && failures.length === 0) failures.push(`${projects.join(', ')}: Vitest failed and doesn’t say why`);
  return { name: '', passed, failures, retried, seconds: 0 };
}
