import type { Problem } from '@/utils/problem';
import { t } from '@/utils/texts/texts';
import { describeProblem } from './describe-problem';
import type { Sentences } from './sentences';

/** The sentences for a model whose list of versions couldn't be looked up. `now` is epoch ms. */
export function describeModelProblem(problem: Problem, now?: number): Sentences {
  const what = t('problem.model.what');
  // A private or hidden model has a page, but is not in the public list.
  if (problem.kind === 'not-available') {
    return { what, meaning: t('problem.model.hidden.meaning'), next: t('problem.model.hidden.next') };
  }
  const cause = describeProblem(problem, now);
  return { what, meaning: cause.what, next: cause.next };
}
