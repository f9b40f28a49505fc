import type { ModelId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import { describeModelProblem } from '@/utils/sentences/model-problem';
import { joinSentences } from '@/utils/sentences/sentences';
import { t } from '@/utils/texts/texts';
import type { ButtonView } from './button-view';
import { compose } from './compose';

/** The vault button while the look-up of the versions on screen has failed; `isLoading`: it is being repeated. */
export function viewOfProblem(modelId: ModelId, problem: Problem, isLoading: boolean, now: number): ButtonView {
  const { what, meaning, next } = describeModelProblem(problem, now);
  const label = t(isLoading ? 'button.checking' : 'mark.unknown');
  // The site asked for a pause: a click doesn't shorten it.
  const isDisabled = isLoading || problem.kind === 'limited';
  const why = joinSentences(what, meaning, next, isDisabled ? '' : t('action.look-again'));
  const hint = isLoading ? t('button.looking-up.hint') : why;
  return {
    modelId,
    versionId: undefined,
    state: 'unknown',
    label,
    account: '',
    hint,
    name: compose('control.name-alone', { label, meaning: hint }),
    isDisabled,
  };
}
