import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runCommand } from './command.ts';
import type { Outcome } from './outcome.ts';
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

/** The parts of Vitest's JSON report that are counted. */
type Report = {
  testResults: {
    name: string;
    status: string;
    message: string;
    /** A test that passed has messages if it failed at first and was retried. */
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
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
    args.push('--reporter=default', '--reporter=json', `--outputFile.json=${file}`);
    const worked = await runCommand('vitest', args, { env, limitMinutes, isQuiet });
    const report: Report = JSON.parse(await readFile(file, 'utf8'));
    return count(report, worked, mayBeEmpty, projects);
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

function count(report: Report, worked: boolean, mayBeEmpty: boolean, projects: string[]): Outcome {
  const failures: string[] = [];
  const retried: string[] = [];
  let passed = 0;
  for (const file of report.testResults) {
    const path = relative(process.cwd(), file.name);
    const failed = file.assertionResults.filter(result => result.status !== 'passed');
    const flawed = file.assertionResults.filter(
      result => !failed.includes(result) && result.failureMessages.length > 0,
    );
    passed += file.assertionResults.length - failed.length;
    for (const { fullName, failureMessages } of flawed) {
      retried.push(`${path} > ${fullName} (${failureMessages[0]?.split('\n')[0] ?? ''})`);
    }
    failures.push(...failed.map(result => `${path} > ${result.fullName} (${result.status})`));
    if (file.status !== 'passed' && failed.length === 0) failures.push(`${path}: ${file.message.split('\n')[0] ?? ''}`);
  }
  if (passed === 0 && failures.length === 0 && !mayBeEmpty) failures.push(`${projects.join(', ')}: no test ran`);
  // An error outside of every test, for example an unhandled rejection.
  if (!worked && failures.length === 0)
    failures.push(`${projects.join(', ')}: Vitest reports an error outside of the tests`);
  return { name: '', passed, failures, retried, seconds: 0 };
}
