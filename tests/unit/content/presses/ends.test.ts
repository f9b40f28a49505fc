// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { confirmRemoval } from '@/entrypoints/civitai.content/actions/removal-dialog';
import { createMenu } from '@/entrypoints/civitai.content/menu/menu';
import { createVaultButton } from '@/entrypoints/civitai.content/model-page/vault-button';
import { createLookUps } from '@/entrypoints/civitai.content/vault-client/look-ups';
import { fakeClient } from '@/tests/unit/content/vault-client/fake-client';
import { rootOf } from '@/tests/unit/support/root-of';
import { isModelId, type ModelId } from '@/utils/civitai/ids';
import { noAttention } from './attention-stage';
import { endPage, happen, placeControl, startPage } from './press-page';

function idOf(value: number): ModelId {
  if (!isModelId(value)) throw new Error('not an id');
  return value;
}
const modelId = idOf(12);

let ending = new AbortController();
beforeEach(() => {
  startPage();
  ending = new AbortController();
});
afterEach(() => {
  ending.abort();
  endPage();
});
const click = (control: Element) =>
  happen(control, new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));

/** The vault button of a version that is out, beside the menu that asks once more. */
function buttonStage() {
  const warn = vi.fn();
  const press = vi.fn();
  const client = fakeClient({});
  const sources = { client, lookUps: createLookUps(client, () => {}), intents: { overlay: () => undefined } };
  const menu = createMenu(
    sources,
    { version: () => {} },
    {
      attention: noAttention,
      warn,
      choose: vi.fn(),
      client: fakeClient({}),
    },
    ending.signal,
  );
  const button = createVaultButton(noAttention, () => {});
  const card = document.body.appendChild(document.createElement('div'));
  const view = {
    modelId,
    versionId: undefined,
    state: 'out',
    label: 'Add',
    account: '',
    hint: '',
    name: 'Add',
  } as const;
  const ask = (opener: HTMLElement): void =>
    menu.open(() => ({ target: { modelId }, name: '' }), opener, { focus: true });
  button.show(card, { ...view, isDisabled: false, press, ask });
  const control = rootOf(document.querySelector('[data-vaulted-kind="button"]'))?.querySelector('button');
  if (!control) throw new Error('no button');
  return { button, control, menu, ask, press, warn };
}

const isMenuOpen = (): boolean => document.querySelector('[data-vaulted-ui="menu"]') !== null;

describe('the menu that asks once more', () => {
  it('says that the press has to be repeated where its button goes away before the user can have read it', () => {
    const { button, control, menu, ask, warn } = buttonStage();
    ask(control);
    button.hide();
    menu.update();
    expect([isMenuOpen(), warn.mock.calls.length]).toEqual([false, 1]);
  });

  it('goes without a word with a button that the user could read it beside, or has only pointed at', () => {
    const { button, control, menu, ask, warn } = buttonStage();
    menu.open(() => ({ target: { modelId }, name: '' }), control);
    button.hide();
    menu.update();
    const later = buttonStage();
    later.ask(later.control);
    vi.advanceTimersByTime(2_000);
    later.button.hide();
    later.menu.update();
    ask(later.control);
    expect([warn.mock.calls.length, later.warn.mock.calls.length]).toEqual([1, 0]);
  });
});

describe('a press that is being judged', () => {
  it('of a button that the page takes away meanwhile is not dropped: the user reads that it has to be repeated', async () => {
    const { button, control, press, warn } = buttonStage();
    click(control);
    button.hide();
    await vi.advanceTimersByTimeAsync(1_000);
    expect([press.mock.calls.length, warn.mock.calls.length]).toEqual([0, 1]);
  });

  it('of a button that stays leads to the menu where it may not be meant', async () => {
    const { control, press, warn } = buttonStage();
    click(control);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([press.mock.calls.length, warn.mock.calls.length]).toEqual([0, 0]);
    expect(isMenuOpen()).toBe(true);
  });

  it('of “Remove” goes on in a window of ours where the page moves on meanwhile', async () => {
    placeControl();
    const facts = Promise.resolve({ availability: 'everyone', isOtherModel: false } as const);
    const ended = confirmRemoval({ modelName: 'Amber', versionName: 'v1' }, facts, ending.signal);
    await vi.advanceTimersByTimeAsync(10);
    const remove = rootOf(document.querySelector('[data-vaulted-ui="dialog"]'))?.querySelector('.remove');
    if (!remove) throw new Error('no button');
    click(remove);
    ending.abort();
    expect(await ended).toMatchObject({ kind: 'doubtful' });
  });

  it('is no press where the page moves on before: the version is kept', async () => {
    const facts = Promise.resolve({ availability: 'everyone', isOtherModel: false } as const);
    const ended = confirmRemoval({ modelName: 'Amber', versionName: 'v1' }, facts, ending.signal);
    await vi.advanceTimersByTimeAsync(10);
    ending.abort();
    expect(await ended).toBeUndefined();
  });
});
