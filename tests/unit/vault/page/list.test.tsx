// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { click, control, find, words } from '@/tests/unit/components/mount';
import { later, NOW, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { itemWith } from '@/tests/unit/utils/vault-view/items';
import { createHost } from '@/tests/unit/vault/fake-host';
import type { Snapshot } from '@/utils/account/account';
import type { Result } from '@/utils/problem';
import { closePage, items, names, open, settle, type } from './open-page';

beforeEach(() => history.replaceState(null, '', '/vault.html'));

afterEach(closePage);

describe('the vault page', () => {
  it('shows the mirror before the site has answered', async () => {
    const world = createHost(items, snapshotWith());
    world.host.refresh.mockReturnValue(later<Result<Snapshot>>().promise);
    const root = await open(world);
    expect(names(root)).toHaveLength(3);
    expect(words(root)).toContain('3 versions');
    expect(control(root, 'Refresh').getAttribute('aria-busy')).toBe('true');
    expect(world.host.refreshNow.mock.calls).toEqual([['covers']]);
  });

  it('reads the list again when asked to', async () => {
    const world = createHost(items, snapshotWith());
    const root = await open(world);
    await click(control(root, 'Refresh'));
    expect(world.host.refreshNow).toHaveBeenLastCalledWith('list');
  });

  it('reads a vault of many parts to its end, and renders what can be seen of it', async () => {
    const many = Array.from({ length: 2_500 }, (_, n) => itemWith(n + 1));
    const world = createHost(many, snapshotWith());
    const root = await open(world);
    await settle();
    expect(world.host.readPart).toHaveBeenCalledTimes(4);
    expect(find(root, '[role="grid"]').getAttribute('aria-rowcount')).toBe('2501');
    expect(root.querySelectorAll('.row').length).toBeLessThan(40);
  });

  it('searches, counts and finds nothing', async () => {
    const root = await open(createHost(items, snapshotWith()));
    await type(root, 'CÉDAR');
    expect(names(root)).toEqual(['Model Cedar']);
    expect(words(find(root, '.summary'))).toContain('1 of 3 versions');
    await type(root, 'oak');
    expect(words(root)).toContain('Nothing matches');
    await click(control(root, 'Show everything'));
    expect(names(root)).toHaveLength(3);
  });

  it('applies announcements', async () => {
    const world = createHost(items, snapshotWith());
    const root = await open(world);
    const fact = { versionId: itemWith(2).modelVersionId, state: 'out' as const, asOf: NOW };
    await act(async () => world.announce({ announce: 'facts', session: 'session-1', facts: [fact] }));
    expect(names(root)).toEqual(['Model Cedar', 'Model Ash']);
    await act(async () =>
      world.announce({
        announce: 'facts',
        session: 'another',
        facts: [{ ...fact, versionId: itemWith(1).modelVersionId }],
      }),
    );
    expect(names(root)).toHaveLength(2);
  });

  it('keeps the focus in the list when the row that has it goes', async () => {
    const world = createHost(items, snapshotWith());
    const root = await open(world);
    const cell = find(root, '.row[data-id="3"] .cell--model');
    await act(async () => cell.focus());
    const fact = { versionId: itemWith(3).modelVersionId, state: 'out' as const, asOf: NOW };
    await act(async () => world.announce({ announce: 'facts', session: 'session-1', facts: [fact] }));
    expect(document.activeElement?.closest<HTMLElement>('.row')?.dataset.id).toBe('2');
  });

  it('is one stop for the Tab key, its heading included', async () => {
    const root = await open(createHost(items, snapshotWith()));
    const grid = find(root, '[role="grid"]');
    const stops = () =>
      [...grid.querySelectorAll<HTMLElement>('button, input, a, [tabindex]')].filter(at => at.tabIndex === 0);
    const press = (key: string) =>
      act(async () => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
    expect(stops()).toEqual([find(grid, '.row[data-id="3"] .cell--model')]);
    await act(async () => stops()[0]?.focus());
    for (const [key, selector] of [
      ['ArrowUp', '.head-cell.cell--model button'],
      ['ArrowUp', '.head-cell.cell--model button'],
      ['ArrowLeft', '.head-cell input'],
      ['End', '.head-cell.cell--open'],
      ['ArrowDown', '.row[data-id="3"] .cell--open'],
      ['PageUp', '.row[data-id="3"] .cell--open'],
    ] as const) {
      await press(key);
      expect([document.activeElement, stops()], key).toEqual([find(grid, selector), [find(grid, selector)]]);
    }
  });

  it('is empty in words', async () => {
    expect(words(await open(createHost([], snapshotWith())))).toContain('Your vault is empty');
  });
});
