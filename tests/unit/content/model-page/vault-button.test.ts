// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createVaultButton, type PressableView } from '@/entrypoints/civitai.content/model-page/vault-button';
import { noAttention } from '@/tests/unit/content/presses/attention-stage';
import { endPage, happen, startPage } from '@/tests/unit/content/presses/press-page';
import { rootOf } from '@/tests/unit/support/root-of';
import { isModelId } from '@/utils/civitai/ids';

beforeEach(startPage);
afterEach(endPage);

const modelId = 12;
if (!isModelId(modelId)) throw new Error('not an id');
const view: PressableView = {
  ...{
    modelId,
    versionId: undefined,
    state: 'out',
    label: 'Add to vault',
    account: '',
    hint: '',
    name: 'Add to vault',
  },
  ...{ isDisabled: false, press: vi.fn() },
};
/** The button beside a new card, and what stands in it. */
function createShown() {
  const card = document.createElement('div');
  document.body.append(card);
  const button = createVaultButton(noAttention, () => {});
  button.show(card, view);
  const inside = (selector: string) =>
    rootOf(document.querySelector('[data-vaulted-kind="button"]'))?.querySelector<HTMLElement>(selector);
  return { show: (next: PressableView) => button.show(card, next), hide: button.hide, inside };
}

it('has the way to all versions beside it only where there are several, and a press of it adds nothing', async () => {
  const { show, hide, inside } = createShown();
  const [press, more] = [vi.fn(), vi.fn()];
  const way = inside('.more');
  expect(way?.hidden).toBe(true);
  show({ ...view, press, more });
  expect(way?.hidden).toBe(false);
  if (!way) return;
  happen(way, new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
  expect([more.mock.calls.length, press.mock.calls.length]).toEqual([1, 0]);
  hide();
});

it('is busy only while a press does nothing', () => {
  const { show, hide, inside } = createShown();
  const said = () => ['aria-busy', 'aria-disabled'].map(name => inside('.button')?.getAttribute(name));
  show({ ...view, state: 'busy', isDisabled: true });
  expect(said()).toEqual(['true', 'true']);
  // A removal that can be taken back.
  show({ ...view, state: 'busy' });
  expect(said()).toEqual(['false', 'false']);
  hide();
});
