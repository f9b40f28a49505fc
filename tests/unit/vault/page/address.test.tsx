// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { find, words } from '@/tests/unit/components/mount';
import { snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { itemWith } from '@/tests/unit/utils/vault-view/items';
import { createHost } from '@/tests/unit/vault/fake-host';
import { closePage, items, names, open, type } from './open-page';

beforeEach(() => history.replaceState(null, '', '/vault.html'));

afterEach(closePage);

describe('the vault page', () => {
  it('writes the view into its address, and reads it from there', async () => {
    history.replaceState(null, '', '/vault.html?query=birch&sort=name');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const root = await open(createHost(items, snapshotWith()));
    expect(names(root)).toEqual(['Model Birch']);
    await type(root, 'model');
    await act(async () => void (await vi.advanceTimersByTimeAsync(300)));
    expect(location.search).toBe('?query=model&sort=name');
    expect(names(root)).toEqual(['Model Ash', 'Model Birch', 'Model Cedar']);
  });

  it('calls a date that is sorted the other way round by its name alone', async () => {
    const chosen = (root: ParentNode) => words(find(root, '.order option[value="created"]'));
    for (const [query, name] of [
      ['?sort=created&order=asc', 'Created'],
      ['?sort=created', 'Recently created'],
    ]) {
      history.replaceState(null, '', `/vault.html${query}`);
      expect(chosen(await open(createHost(items, snapshotWith())))).toBe(name);
      closePage();
    }
  });

  it('opens the version that its address names', async () => {
    history.replaceState(null, '', `/vault.html?version=${itemWith(2).modelVersionId}`);
    const root = await open(createHost(items, snapshotWith()));
    expect(words(find(root, 'dialog h2'))).toBe('Model Birch');
  });
});
