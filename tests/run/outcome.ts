/** How one stage went; `retried` are those of the passed that failed at first. */
export type Outcome = { name: string; passed: number; failures: string[]; retried: string[]; seconds: number };

/** A stage that either works or does not counts as one test. */
export async function countStage(name: string, done: Promise<boolean>): Promise<Outcome> {
  const worked = await done;
  return { name, passed: worked ? 1 : 0, failures: worked ? [] : [name], retried: [], seconds: 0 };
}

/**
 * Prints what ran, what passed only when tried again, what failed and the line that the CI reads; returns the exit code. A run of
 * nothing is a failure, and so, without `mayRetry`, is a test that needed a second try.
 */
export function summarize(outcomes: Outcome[], { mayRetry }: { mayRetry: boolean }): 0 | 1 {
  console.log('\n── summary');
  for (const { name, passed, failures, seconds } of outcomes) {
    console.log(`${name}: ${passed} passed, ${failures.length} failed (${seconds.toFixed(1)} s)`);
  }
  const retried = outcomes.flatMap(outcome => outcome.retried.map(test => `${outcome.name}: ${test}`));
  const ran = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const passed = mayRetry ? ran : ran - retried.length;
  const failures = outcomes.flatMap(outcome => outcome.failures.map(failure => `${outcome.name}: ${failure}`));
  if (!mayRetry) failures.push(...retried.map(test => `${test} needed a second try`));
  if (passed === 0 && failures.length === 0) failures.push('no test ran');
  for (const test of retried) console.log(`passed when retried: ${test}`);
  for (const failure of failures) console.log(`failed: ${failure}`);
  console.log(`${passed} passed, ${failures.length} failed`);
  return failures.length > 0 ? 1 : 0;
}
