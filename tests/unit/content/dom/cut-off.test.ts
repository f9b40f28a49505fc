// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://civitai.com/models" }

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { confirmRemoval } from '@/entrypoints/civitai.content/actions/removal-dialog';
import { createToast } from '@/entrypoints/civitai.content/dom/toast';
import { createMenu } from '@/entrypoints/civitai.content/menu/menu';
import { drawn, knowModel, page, resetWorld, show, sources } from '@/tests/unit/content/marks/page-stage';
import { noAttention } from '@/tests/unit/content/presses/attention-stage';
import { FIXTURES } from '@/tests/unit/content/surfaces/fixtures';
import { fakeClient } from '@/tests/unit/content/vault-client/fake-client';
import { rootOf } from '@/tests/unit/support/root-of';
import { isModelId } from '@/utils/civitai/ids';

const { id } = fakeBrowser.runtime;
const { getMessage } = fakeBrowser.i18n;
const ending = new AbortController();
const windows = () =>
  document.querySelectorAll('[data-vaulted-ui="toast"], [data-vaulted-ui="dialog"], [data-vaulted-ui="menu"]').length;
const nameOf = (mark: HTMLElement | undefined) => rootOf(mark)?.querySelector('button')?.getAttribute('aria-label');

/** What an update of the extension does to the scripts that run in open pages. */
function cutOff(): void {
  Object.assign(fakeBrowser.runtime, { id: undefined });
  Object.assign(fakeBrowser.i18n, {
    getMessage: () => {
      throw new Error('Extension context invalidated.');
    },
  });
}

beforeEach(resetWorld);
afterEach(() => {
  Object.assign(fakeBrowser.runtime, { id });
  Object.assign(fakeBrowser.i18n, { getMessage });
  document.body.replaceChildren();
});

describe('a script that an update has cut off', () => {
  it('draws no mark and changes none', () => {
    show(FIXTURES.card);
    knowModel(12);
    page.marks.update();
    const [mark] = drawn();
    const before = nameOf(mark);
    cutOff();
    knowModel(12, 'in', 'in');
    page.marks.update();
    expect([nameOf(mark), mark?.dataset.vaulted, before]).toEqual([before, 'out', expect.stringMatching(/^Add: /)]);
    show(FIXTURES.resource);
    expect(drawn()).toEqual([]);
  });

  it('shows neither message nor dialog nor menu, and removes nothing', async () => {
    const modelId = 12;
    if (!isModelId(modelId)) throw new Error('not an id');
    const toast = createToast(ending.signal);
    const menu = createMenu(
      sources(),
      { version: vi.fn() },
      {
        attention: noAttention,
        warn: vi.fn(),
        choose: vi.fn(),
        client: fakeClient({}),
      },
      ending.signal,
    );
    const opener = document.body.appendChild(document.createElement('button'));
    cutOff();
    toast.say('Anything');
    toast.warn({ what: '', meaning: '', next: '' });
    menu.open(() => ({ target: { modelId }, name: 'Amber' }), opener);
    const facts = Promise.resolve({ isOtherModel: false });
    const removal = { modelName: 'Amber', versionName: 'v1', sizeKb: undefined };
    expect(await confirmRemoval(removal, facts, ending.signal)).toBeUndefined();
    expect(windows()).toBe(0);
  });
});
