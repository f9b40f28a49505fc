// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openRecipeDialog } from '@/entrypoints/civitai.content/recipe/recipe-dialog';
import { endPage, happen, startPage } from '@/tests/unit/content/presses/press-page';
import { plain } from '@/tests/unit/support/plain';
import { rootOf } from '@/tests/unit/support/root-of';
import { isVersionId, type VersionId } from '@/utils/civitai/ids';
import type { VaultState } from '@/utils/vault/membership';
import { sourcesWith } from './sources-stage';

const ids = [31, 32].map(value => {
  if (!isVersionId(value)) throw new Error('not an id');
  return value;
});

const ending = { current: new AbortController() };
afterEach(() => {
  ending.current.abort();
  endPage();
});

/** Opens the dialog. Returns a function for all its words. */
function open(states: Map<VersionId, VaultState>, checked: Promise<void>) {
  ending.current = new AbortController();
  const ingredients = ids.map((versionId, index) => ({ versionId, name: `Model ${index}` }));
  void openRecipeDialog(sourcesWith(states), ingredients, checked, ending.current.signal);
  const dialog = rootOf(document.querySelector('[data-vaulted-ui="dialog"]'))?.querySelector('dialog');
  return () => [...(dialog?.querySelectorAll('span, .risk, .add') ?? [])].map(each => plain(each.textContent));
}

describe('the recipe of an image', () => {
  it('does not count as missing what has not been checked yet', async () => {
    const gate = new AbortController();
    const checked = new Promise<void>(resolve => gate.signal.addEventListener('abort', () => resolve()));
    const states = new Map<VersionId, VaultState>();
    const said = open(states, checked);
    expect(said()).toEqual(['Model 0', '…', 'Model 1', '…', 'Looking up sizes and free storage…', 'Add']);
    for (const [index, id] of ids.entries()) states.set(id, index === 0 ? 'in' : 'out');
    gate.abort();
    await expect
      .poll(said)
      .toEqual([
        'Model 0',
        'In vault',
        'Model 1',
        'v1',
        '1 GB',
        '1 version is not in your vault: 1 GB. 10 GB is free.',
        'Add 1',
      ]);
  });

  it('says so where a version could not be checked', async () => {
    const said = open(new Map(ids.slice(0, 1).map(id => [id, 'out'])), Promise.resolve());
    await expect
      .poll(said)
      .toContain('1 version is not in your vault: 1 GB. 1 version couldn’t be checked. 10 GB is free.');
    expect(said()).toContain('Not known yet');
    expect(said()).toContain('Add 1');
  });

  it('has nothing to add where nothing is missing', async () => {
    const said = open(new Map(ids.map(id => [id, 'in'])), Promise.resolve());
    await expect.poll(said).toContain('All of it is in your vault already.');
  });

  it('adds once its button has been seen for 200 ms', async () => {
    startPage();
    const findHost = () => document.querySelector('[data-vaulted-ui="dialog"]');
    vi.spyOn(document, 'elementFromPoint').mockImplementation(findHost);
    open(new Map(ids.map(id => [id, 'out'])), Promise.resolve());
    await vi.advanceTimersByTimeAsync(0);
    const button = (part: string) => rootOf(findHost())?.querySelector(`.${part}`);
    const add = button('add');
    if (!add) throw new Error('There is no button that adds');
    happen(add, new MouseEvent('click'));
    await vi.advanceTimersByTimeAsync(199);
    expect(button('later')?.textContent).toBe('Not now');
    await vi.advanceTimersByTimeAsync(1);
    expect(button('later')?.textContent).toBe('Close');
  });
});
