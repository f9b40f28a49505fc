import { describe, expect, it, vi } from 'vitest';
import { sayIfMissing } from '@/entrypoints/civitai.content/model-page/describe-page';
import { startVisit, type Visit } from '@/entrypoints/civitai.content/model-page/visit';
import { model, version } from '@/tests/unit/background/api/ids';
import type { Problem } from '@/utils/problem';

const GONE: Problem = { kind: 'not-available', obstacle: 'gone' };

function visitWith(problem: Problem | undefined): Visit {
  return { ...startVisit(model(5), undefined, undefined), failure: problem && { problem, retryAt: 0 } };
}

function look(visit: Visit, hasList: boolean, inVault = [version(7), version(8)]) {
  const [requestModels, sayKept] = [vi.fn(), vi.fn()];
  const client = { requestModels, model: () => ({ modelId: model(5), inVault, facts: [], asOf: 1 }) };
  const again = () => sayIfMissing({ client, sayKept }, visit, hasList);
  again();
  return { requestModels, sayKept, again };
}

describe('a page that the site has no more', () => {
  it('says once that the vault has the model, and leads to it', () => {
    const { requestModels, sayKept, again } = look(visitWith(GONE), false);
    again();
    expect(requestModels.mock.calls).toEqual([[[5]]]);
    expect(sayKept.mock.calls).toEqual([[7]]);
  });

  it.each<[string, Problem | undefined, boolean, boolean]>([
    ['with a version list is there', GONE, true, true],
    ['whose versions are known is there', undefined, false, true],
    ['that could not be looked up says nothing', { kind: 'site-error' }, false, true],
    ['that the region withholds says nothing', { kind: 'region-blocked' }, false, true],
    ['of which the vault has nothing says nothing', GONE, false, false],
  ])('%s', (_, problem, hasList, isKept) => {
    expect(look(visitWith(problem), hasList, isKept ? undefined : []).sayKept).not.toHaveBeenCalled();
  });
});
