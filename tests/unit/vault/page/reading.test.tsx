// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { click, control, find, words } from '@/tests/unit/components/mount';
import { later, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { itemWith } from '@/tests/unit/utils/vault-view/items';
import { createHost } from '@/tests/unit/vault/fake-host';
import { fail } from '@/utils/problem';
import { closePage, names, open, settle, type } from './open-page';

type Part = Awaited<ReturnType<VaultHost['readPart']>>;

const many = Array.from({ length: 1_500 }, (_, n) =>
  itemWith(n + 1, { modelName: n === 76 ? 'Oak' : `Model ${n + 1}` }),
);

/** A page that has the first part of the list; `goOn` brings the rest. */
async function openInPart() {
  const world = createHost(many, snapshotWith());
  const { readPart } = world.host;
  const whole = readPart.getMockImplementation();
  const second = later<Part>();
  readPart.mockImplementation(async before => {
    if (before !== undefined) await second.promise;
    return whole ? whole(before) : fail({ kind: 'unexpected' });
  });
  const root = await open(world);
  const goOn = async (): Promise<void> => {
    await act(async () => second.settle(fail({ kind: 'unexpected' })));
    await settle();
  };
  return { root, goOn };
}

const rowCount = (root: HTMLElement) => find(root, '[role="grid"]').getAttribute('aria-rowcount');

beforeEach(() => history.replaceState(null, '', '/vault.html'));

afterEach(closePage);

describe('a vault that is still being read from the mirror', () => {
  it('shows its newest items at once, and how many there are', async () => {
    const { root, goOn } = await openInPart();
    expect(names(root)[0]).toBe('Model 1500');
    expect(rowCount(root)).toBe('1501');
    expect(words(find(root, '.summary'))).toBe('Reading your vault: 200 of 1,500');
    expect(root.querySelector('.facet')).toBeNull();
    await goOn();
    expect(words(find(root, '.facet-count'))).toContain('1,500');
    expect(words(find(root, '.summary'))).toContain('1,500 versions');
    expect(rowCount(root)).toBe('1501');
  });

  it('finds what it has, and never says that there is nothing', async () => {
    const { root, goOn } = await openInPart();
    await type(root, 'model 1400');
    expect(names(root)).toEqual(['Model 1400']);
    expect(rowCount(root)).toBe('-1');
    await type(root, 'oak');
    expect(words(root)).not.toContain('Nothing matches');
    await goOn();
    expect(names(root)).toEqual(['Oak']);
    await type(root, 'birch');
    expect(words(root)).toContain('Nothing matches');
  });

  it('waits for the rest where another item may come first', async () => {
    history.replaceState(null, '', '/vault.html?sort=name');
    const { root, goOn } = await openInPart();
    expect(names(root)).toEqual([]);
    await goOn();
    expect(names(root)[0]).toBe('Model 1');
  });

  it('exports all of it or nothing', async () => {
    const { root, goOn } = await openInPart();
    await click(control(root, 'Export'));
    expect(root.querySelector('dialog')).toBeNull();
    await goOn();
    expect(words(find(root, 'dialog'))).toContain('1,500');
  });

  it('opens the version that its address names once it has come', async () => {
    history.replaceState(null, '', `/vault.html?version=${itemWith(2).modelVersionId}`);
    const { root, goOn } = await openInPart();
    expect(root.querySelector('dialog')).toBeNull();
    await goOn();
    expect(words(find(root, 'dialog h2'))).toBe('Model 2');
  });
});
