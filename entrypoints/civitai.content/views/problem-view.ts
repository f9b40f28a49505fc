import type { ModelId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import { describeModelProblem } from '@/utils/sentences/model-problem';
import type { ButtonView } from './button-view';

/** The vault button while the look-up of the versions on screen has failed; `isLoading`: it is being repeated. */
export function viewOfProblem(modelId: ModelId, problem: Problem, isLoading: boolean, now: number): ButtonView {
  const { what, meaning, next } = describeModelProblem(problem, now);
  const label = isLoading ? 'Checking…' : 'Not known';
  // The site asked for a pause: a click doesn't shorten it.
  const isDisabled = isLoading || problem.kind === 'limited';
  const why = `${what} ${meaning} ${next}${isDisabled ? '' : ' Click to look again.'}`;
  const hint = isLoading ? 'Vaulted is looking up this model’s versions.' : why;
  return {
    modelId,
    versionId: undefined,
    state: 'unknown',
    label,
    account: '',
    hint,
    name: `${label}. ${hint}`,
    isDisabled,
  };
}
