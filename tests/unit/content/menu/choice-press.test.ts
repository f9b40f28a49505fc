// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createVersionChoice } from '@/entrypoints/civitai.content/menu/choice/version-choice';
import { model, version } from '@/tests/unit/background/api/ids';
import { endPage, findInDialog, happen, startDialogPage } from '@/tests/unit/content/presses/press-page';
import { sourcesWith } from '@/tests/unit/content/recipe/sources-stage';

let ending = new AbortController();

beforeEach(() => {
  startDialogPage();
  ending = new AbortController();
});
afterEach(() => {
  ending.abort();
  endPage();
});

it('adds the versions of a model once the button has been seen for 200 ms', async () => {
  const [modelId, versionId] = [model(7), version(31)];
  const sources = sourcesWith(new Map([[versionId, 'out']]));
  const add = vi.fn(async () => undefined);
  Object.assign(sources.intents, { add });
  const versions = [{ versionId, versionName: 'v1', availability: 'everyone' }];
  Object.assign(sources.lookUps, { versionsOf: () => ({ modelId, modelName: 'Amber', versions }) });
  createVersionChoice(sources, ending.signal).open({ target: { modelId }, name: 'Amber' });
  await vi.advanceTimersByTimeAsync(0);
  happen(findInDialog('.add'), new MouseEvent('click'));
  await vi.advanceTimersByTimeAsync(199);
  expect(add).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(add).toHaveBeenCalledOnce();
});
