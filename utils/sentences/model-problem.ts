import type { Problem } from '@/utils/problem';
import { describeProblem, type Sentences } from './sentences';

const WHAT = 'Vaulted couldn’t look up this model’s versions.';

/** Why nothing is shown of a model's versions: the look-up of its list failed. `now` is epoch ms. */
export function describeModelProblem(problem: Problem, now?: number): Sentences {
  const { what, next } = describeProblem(problem, now);
  // The list is for everybody: a model that is private or hidden is not in it, though its page is there.
  return problem.kind === 'not-available'
    ? {
        what: WHAT,
        meaning: 'Civitai’s public list doesn’t have this model.',
        next: 'Reload the page: if the model still exists, it names them itself.',
      }
    : { what: WHAT, meaning: what, next };
}
