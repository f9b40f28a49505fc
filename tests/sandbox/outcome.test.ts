import { afterEach, beforeEach, expect, it, type MockInstance, vi } from 'vitest';
import { type Outcome, summarize } from '@/tests/run/outcome.ts';
import type { RunReport, TestReport } from '@/tests/run/reporter.ts';
import { countTests } from '@/tests/run/vitest.ts';

let print: MockInstance<typeof console.log>;
beforeEach(() => {
  print = vi.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => print.mockRestore());
const lines = () => print.mock.calls.map(([line]) => String(line));

const stage = (more: Partial<Outcome>): Outcome => {
  return { name: 'unit', passed: 3, failures: [], retried: [], seconds: 1, ...more };
};

it('a run without a failure is one, and its last line says how many passed', () => {
  expect(summarize([stage({}), stage({ passed: 2 })], { mayRetry: false })).toBe(0);
  expect(lines().at(-1)).toBe('5 passed, 0 failed');
});

it('a failure is named, and is the run’s', () => {
  expect(summarize([stage({ failures: ['a.test.ts > adds'] })], { mayRetry: true })).toBe(1);
  expect(lines().slice(-2)).toEqual(['failed: unit: a.test.ts > adds', '3 passed, 1 failed']);
});

it('a run of nothing is a failure', () => {
  expect(summarize([stage({ passed: 0 })], { mayRetry: true })).toBe(1);
  expect(lines().at(-1)).toBe('0 passed, 1 failed');
});

it('what passed only when tried again is named', () => {
  expect(summarize([stage({ retried: ['a.test.ts > adds (late)'] })], { mayRetry: true })).toBe(0);
  expect(lines().slice(-2)).toEqual(['passed when retried: unit: a.test.ts > adds (late)', '3 passed, 0 failed']);
});

it('and has failed where every test has to hold at once', () => {
  expect(summarize([stage({ retried: ['a.test.ts > adds (late)'] })], { mayRetry: false })).toBe(1);
  expect(lines().slice(-2)).toEqual([
    'failed: unit: a.test.ts > adds (late) needed a second try',
    '2 passed, 1 failed',
  ]);
});

const ofFile = (more: { tests?: TestReport[]; errors?: string[] }, errors: string[] = []): RunReport => ({
  files: [{ path: 'a.test.ts', tests: [{ name: 'adds', state: 'passed', errors: [] }], errors: [], ...more }],
  errors,
});
const count = (report: RunReport, worked = false) => countTests(report, { worked, projects: ['unit'] });

it('a failure says why, of every try', () => {
  const errors = ['Error: late', 'Error: later'];
  expect(count(ofFile({ tests: [{ name: 'adds', state: 'failed', errors }] }))).toMatchObject({
    passed: 0,
    failures: ['a.test.ts > adds (Error: late; then Error: later)'],
    retried: [],
  });
});

it('and so does what passed when retried', () => {
  const report = ofFile({ tests: [{ name: 'adds', state: 'passed', errors: ['Error: late'] }] });
  expect(count(report, true)).toMatchObject({ passed: 1, failures: [], retried: ['a.test.ts > adds (Error: late)'] });
});

it('a hook’s error stands beside the tests that it kept from running, and else once by itself', () => {
  const error = 'Error: no browser';
  const skipped = { name: 'adds', state: 'skipped', errors: [error] };
  expect(count(ofFile({ tests: [skipped], errors: [error] })).failures).toEqual([`a.test.ts > adds (${error})`]);
  expect(count(ofFile({ errors: [error] }))).toMatchObject({ passed: 1, failures: [`a.test.ts (${error})`] });
});

it.each([
  ['an error outside of the tests', ofFile({}, ['Error: unhandled']), 'unit: outside of the tests (Error: unhandled)'],
  ['a run that fails without a word', ofFile({}), 'unit: Vitest failed and doesn’t say why'],
  ['a run without tests', { files: [], errors: [] }, 'unit: no test ran'],
])('%s is a failure', (_name, report, failure) => {
  expect(count(report).failures).toEqual([failure]);
});
