// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createVaultButton, type PressableView } from '@/entrypoints/civitai.content/model-page/vault-button';
import { noAttention } from '@/tests/unit/content/presses/attention-stage';
import { endPage, happen, startPage } from '@/tests/unit/content/presses/press-page';
import { rootOf } from '@/tests/unit/support/root-of';
import { isModelId } from '@/utils/civitai/ids';

beforeEach(startPage);
afterEach(endPage);

it('has the way to all versions beside it only where there are several, and a press of it adds nothing', async () => {
  const card = document.createElement('div');
  document.body.append(card);
  const button = createVaultButton(noAttention, () => {});
  const modelId = 12;
  if (!isModelId(modelId)) throw new Error('not an id');
  const [press, more] = [vi.fn(), vi.fn()];
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
    ...{ isDisabled: false, press },
  };
  button.show(card, view);
  const way = rootOf(document.querySelector('[data-vaulted-kind="button"]'))?.querySelector<HTMLElement>('.more');
  expect(way?.hidden).toBe(true);
  button.show(card, { ...view, more });
  expect(way?.hidden).toBe(false);
  if (!way) return;
  happen(way, new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
  expect([more.mock.calls.length, press.mock.calls.length]).toEqual([1, 0]);
  button.hide();
});
