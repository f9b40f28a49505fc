import type { ButtonView } from '@/entrypoints/civitai.content/model-page/vault-button';
import type { ModelId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import { describeModelProblem } from '@/utils/sentences/model-problem';

/** What stands in the button's place while the versions on screen could not be looked up; `isAsking`: that is tried again. */
export function viewOfProblem(
  modelId: ModelId,
  problem: Problem,
  isAsking: boolean,
  now: number,
): Omit<ButtonView, 'press'> {
  const { what, meaning, next } = describeModelProblem(problem, now);
  const label = isAsking ? 'Checking…' : 'Not known';
  // A pause that the site asks for is kept, whoever clicks.
  const isDisabled = isAsking || problem.kind === 'limited';
  const why = `${what} ${meaning} ${next}${isDisabled ? '' : ' Click to look again.'}`;
  const hint = isAsking ? 'Vaulted is looking up this model’s versions.' : why;
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
