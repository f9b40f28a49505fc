import { writeFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import type { TestError } from 'vitest';
import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from 'vitest/node';

/** A test as it went; `errors` are those of every try, and of the hooks that kept it from being tried. */
export type TestReport = { name: string; state: string; errors: string[] };
/** `errors`: what went wrong outside of every test. */
export type RunReport = { files: { path: string; tests: TestReport[]; errors: string[] }[]; errors: string[] };

/** Where the report is written to. */
export const REPORT_FILE = 'VAULTED_REPORT';

const MAX_DIFF_LENGTH = 240;

/**
 * Vitest's own JSON names the errors of tests and of whole files alone: with a browser that doesn't start, every test would be
 * "skipped", and that without a reason.
 */
export default function createReporter(): Reporter {
  return {
    async onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]) {
      const files = modules.map(file => ({
        path: file.relativeModuleId,
        tests: [...file.children.allTests()].map(describeTest),
        errors: [...file.errors(), ...[...file.children.allSuites()].flatMap(suite => suite.errors())].map(
          describeError,
        ),
      }));
      const report: RunReport = { files, errors: unhandled.map(describeError) };
      await writeFile(process.env[REPORT_FILE] ?? '', JSON.stringify(report));
    },
  };
}

function describeTest(test: TestCase): TestReport {
  const { state, errors = [] } = test.result();
  const own = state === 'skipped' ? errorsAround(test.parent) : errors;
  return { name: test.fullName, state, errors: own.map(describeError) };
}

/** Of the hooks around a test. */
function errorsAround(group: TestSuite | TestModule): SerializedError[] {
  return [...group.errors(), ...(group.type === 'suite' ? errorsAround(group.parent) : [])];
}

/** One line: the message, what was there and what was expected, and the line of the test or of its support. */
function describeError({ name, message, diff, stacks = [] }: TestError): string {
  const lines = stripVTControlCharacters(diff ?? '').split('\n');
  const differing = lines.filter(line => /^[+-]/.test(line) && !/^(- Expected|\+ Received)/.test(line));
  const changes = differing.join(' ').replace(/\s+/g, ' ').slice(0, MAX_DIFF_LENGTH);
  const [place] = stacks.map(({ file, line }) => ` (${file.replace(/^.*\/(?=tests\/)/, '')}:${line})`);
  const [what = ''] = stripVTControlCharacters(message).split('\n');
  return `${name ?? 'Error'}: ${what}${changes && `: ${changes}`}${place ?? ''}`;
}
