// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMenu, type Menu } from '@/entrypoints/civitai.content/menu/menu';
import type { ViewSources } from '@/entrypoints/civitai.content/views/marked-link';
import { noAttention } from '@/tests/unit/content/presses/attention-stage';
import { fakeClient } from '@/tests/unit/content/vault-client/fake-client';
import { plain } from '@/tests/unit/support/plain';
import { rootOf } from '@/tests/unit/support/root-of';
import { isModelId, isVersionId } from '@/utils/civitai/ids';
import { fail, ok, type Problem } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { ModelVersions } from '@/utils/vault/version-availability';

const modelId = 12;
const versionId = 30;
if (!isModelId(modelId) || !isVersionId(versionId)) throw new Error('not ids');
const amber: ModelVersions = { modelId, modelName: 'Amber', versions: [{ versionId, versionName: 'v1' }] };
const HOUR_MS = 3_600_000;

/** The answer of the look-up, and what is known of the version. */
const world = {
  answer: (_problem?: Problem) => {},
  found: undefined as ModelVersions | undefined,
  fact: undefined as VersionFact | undefined,
};
let menu: Menu;
let opener: HTMLButtonElement;
let ending = new AbortController();

const sources = (): ViewSources => ({
  client: fakeClient({ fact: () => world.fact }),
  lookUps: {
    versionsOf: () => world.found,
    availabilityOf: () => undefined,
    model: async () => ok(amber),
    version: async () => fail({ kind: 'unexpected' }),
    target: () =>
      new Promise<Problem | undefined>(resolve => {
        world.answer = problem => {
          if (!problem) world.found = amber;
          resolve(problem);
        };
      }),
  },
  intents: { overlay: (_id, fact) => fact },
});
const root = () => rootOf(document.querySelector('[data-vaulted-ui="menu"]'));
const meaning = () => plain(root()?.querySelector('.meaning')?.textContent ?? '');
const open = (focus = true) => menu.open(() => ({ target: { modelId }, name: 'Amber' }), opener, { focus });

beforeEach(() => {
  Object.assign(world, { found: undefined, fact: undefined });
  ending = new AbortController();
  opener = document.createElement('button');
  document.body.append(opener);
  const ways = { attention: noAttention, warn: vi.fn(), choose: vi.fn(), client: fakeClient({}) };
  menu = createMenu(sources(), { version: async () => {} }, ways, ending.signal);
});
afterEach(() => {
  ending.abort();
  document.body.replaceChildren();
});

describe('the menu of a mark', () => {
  it('says that it is looking up, and then how many versions are in', async () => {
    open();
    expect(meaning()).toBe('Looking up its versions…');
    world.answer();
    await expect.poll(meaning).toBe('In your vault: 0 of 1 version.');
  });

  it('says why the look-up failed, and tries again when it is opened again', async () => {
    open();
    world.answer({ kind: 'offline' });
    await expect
      .poll(meaning)
      .toBe(
        'Vaulted couldn’t look up this model’s versions. Civitai can’t be reached. To try again, open this menu again.',
      );
    menu.close();
    open();
    expect(meaning()).toBe('Looking up its versions…');
    world.answer();
    await expect.poll(meaning).toBe('In your vault: 0 of 1 version.');
  });

  it('says where else they are named if Civitai doesn’t list the model', async () => {
    open();
    world.answer({ kind: 'not-available', obstacle: 'gone' });
    await expect.poll(meaning).toMatch(/public list doesn’t have this model\. Open its page/);
  });

  it('says how old its facts are', async () => {
    world.fact = { versionId, state: 'in', asOf: Date.now() - 3 * HOUR_MS };
    open();
    world.answer();
    await expect.poll(meaning).toBe('In your vault: 1 of 1 version. This is as of 3 hours ago.');
  });

  it('has the keyboard at once, and gives it to the first row as soon as there is one', async () => {
    open();
    expect(root()?.activeElement?.className).toBe('menu');
    world.answer();
    await expect.poll(() => root()?.activeElement?.className).toBe('item');
    menu.close();
    expect(document.activeElement).toBe(opener);
  });

  it('is walked from itself to the last row by going up', async () => {
    world.found = {
      ...amber,
      versions: [7, 8, 9].flatMap(id => (isVersionId(id) ? { versionId: id, versionName: `v${id}` } : [])),
    };
    open();
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown']) {
      document.dispatchEvent(new KeyboardEvent('keydown', { key }));
    }
    expect(root()?.activeElement?.textContent).toContain('v7');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp' }));
    expect(root()?.activeElement?.textContent).toContain('v9');
  });

  it('leaves the keyboard where it is when the pointer opens it', async () => {
    opener.focus();
    open(false);
    world.answer();
    await expect.poll(meaning).toContain('1 version.');
    expect(document.activeElement).toBe(opener);
  });

  it('says of its button that it is open, and takes that back', () => {
    open();
    expect([opener.ariaHasPopup, opener.ariaExpanded]).toEqual(['dialog', 'true']);
    menu.close();
    expect([opener.hasAttribute('aria-haspopup'), opener.hasAttribute('aria-expanded')]).toEqual([false, false]);
  });

  it('follows its button when the page is scrolled, and goes when that is out of sight', () => {
    open();
    const at = vi.spyOn(opener, 'getBoundingClientRect').mockReturnValue(new DOMRect(50, 100, 20, 20));
    document.dispatchEvent(new Event('scroll'));
    expect(root()?.querySelector<HTMLElement>('.menu')?.style.top).toBe('126px');
    at.mockReturnValue(new DOMRect(50, -80, 20, 20));
    document.dispatchEvent(new Event('scroll'));
    expect(document.querySelector('[data-vaulted-ui="menu"]')).toBeNull();
  });
});
