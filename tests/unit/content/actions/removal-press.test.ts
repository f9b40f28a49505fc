// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { confirmRemoval } from '@/entrypoints/civitai.content/actions/removal-dialog';
import { endPage, findInDialog, happen, startDialogPage } from '@/tests/unit/content/presses/press-page';

let ending = new AbortController();

beforeEach(() => {
  startDialogPage();
  ending = new AbortController();
});
afterEach(() => {
  ending.abort();
  endPage();
});

it('a press of “Remove” counts once the button has been seen for 500 ms', async () => {
  const ended = vi.fn();
  const removal = { modelName: 'Amber', versionName: 'v1' };
  void confirmRemoval(removal, Promise.resolve({ isOtherModel: false }), ending.signal).then(ended);
  await vi.advanceTimersByTimeAsync(0);
  happen(findInDialog('.remove'), new MouseEvent('click'));
  await vi.advanceTimersByTimeAsync(499);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toHaveBeenCalledWith(expect.objectContaining({ kind: 'confirmed' }));
});
