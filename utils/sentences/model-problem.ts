import type { Problem } from '@/utils/problem';
import type { Sentences } from './problem-sentences';
import { describeProblem } from './sentences';

const WHAT = 'Vaulted couldn’t look up this model’s versions.';

/** The sentences for a model whose list of versions couldn't be looked up. `now` is epoch ms. */
export function describeModelProblem(problem: Problem, now?: number): Sentences {
  const { what, next } = describeProblem(problem, now);
  // A private or hidden model has a page, but is not in the public list.
  return problem.kind === 'not-available'
    ? {
        what: WHAT,
        meaning: 'Civitai’s public list doesn’t have this model.',
        next: 'Reload the page: if the model still exists, it names them itself.',
      }
    : { what: WHAT, meaning: what, next };
}
