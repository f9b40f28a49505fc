// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { confirmRemoval } from '@/entrypoints/civitai.content/actions/removal-dialog';
import { endPage, happen, startPage } from '@/tests/unit/content/presses/press-page';
import { rootOf } from '@/tests/unit/support/root-of';

let ending = new AbortController();
const findHost = () => document.querySelector('[data-vaulted-ui="dialog"]');

beforeEach(() => {
  startPage();
  ending = new AbortController();
  vi.spyOn(document, 'elementFromPoint').mockImplementation(findHost);
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
  const remove = rootOf(findHost())?.querySelector('.remove');
  if (!remove) throw new Error('There is no button that removes');
  happen(remove, new MouseEvent('click'));
  await vi.advanceTimersByTimeAsync(499);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toHaveBeenCalledWith(expect.objectContaining({ kind: 'confirmed' }));
});
