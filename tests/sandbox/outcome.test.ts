import { afterEach, beforeEach, expect, it, type MockInstance, vi } from 'vitest';
import { type Outcome, summarize } from '@/tests/run/outcome.ts';

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
