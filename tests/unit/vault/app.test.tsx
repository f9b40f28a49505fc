// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '@/entrypoints/vault/page/app';
import { click, control, find, mount, words } from '@/tests/unit/components/mount';
import { later, NOW, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { itemWith } from '@/tests/unit/utils/vault-view/items';
import type { Snapshot } from '@/utils/account/account';
import type { VersionId } from '@/utils/civitai/ids';
import { fail, ok, type Result } from '@/utils/problem';
import { createHost } from './fake-host';

const items = [1, 2, 3].map(n => itemWith(n, { modelName: `Model ${['Ash', 'Birch', 'Cedar'][n - 1]}` }));

beforeEach(() => {
  history.replaceState(null, '', '/vault.html');
});
afterEach(async () => {
  vi.useRealTimers();
  // Its timers must not outlive the document that they write to.
  const root = document.getElementById('root');
  if (root) await act(() => render(null, root));
});

/** Lets every promise that is already settled have its effect. */
function settle(): Promise<void> {
  return act(async () => {
    for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
  });
}

async function open(world: ReturnType<typeof createHost>): Promise<HTMLElement> {
  const root = await mount(<App host={world.host} />);
  await settle();
  return root;
}

const names = (root: HTMLElement) => [...root.querySelectorAll('.model-name')].map(words);

async function type(root: HTMLElement, text: string): Promise<void> {
  const field = find<HTMLInputElement>(root, 'input[type="search"]');
  field.value = text;
  await act(async () => void field.dispatchEvent(new Event('input', { bubbles: true })));
}

describe('the vault page', () => {
  it('shows the mirror before the site has answered', async () => {
    const world = createHost(items, snapshotWith());
    world.host.refresh.mockReturnValue(later<Result<Snapshot>>().promise);
    const root = await open(world);
    expect(names(root)).toHaveLength(3);
    expect(words(root)).toContain('3 versions');
    expect(control(root, 'Refresh').getAttribute('aria-disabled')).toBe('true');
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
    expect(world.host.readPart).toHaveBeenCalledTimes(3);
    expect(find(root, '[role="grid"]').getAttribute('aria-rowcount')).toBe('2501');
    expect(root.querySelectorAll('.row').length).toBeLessThan(40);
  });

  it('searches, counts and finds nothing', async () => {
    const root = await open(createHost(items, snapshotWith()));
    await type(root, 'CÉDAR');
    expect(names(root)).toEqual(['Model Cedar']);
    expect(words(find(root, '.summary'))).toContain('1 of 3 versions');
    await type(root, 'oak');
    expect(words(root)).toContain('Nothing fits');
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

  it('stays, with its age, when the site can’t be reached', async () => {
    const world = createHost(items, snapshotWith());
    world.vault.status = { kind: 'failed', problem: { kind: 'offline' }, at: NOW - 2 * 3_600_000 };
    world.host.refresh.mockResolvedValue(fail({ kind: 'offline' }));
    const root = await open(world);
    expect(words(root)).toContain('Civitai can’t be reached.');
    expect(words(root)).toContain('as of 2 hours ago');
    expect(names(root)).toHaveLength(3);
  });

  it('says how old the storage figures are where they are older than the list', async () => {
    const world = createHost(items, snapshotWith({ asOf: NOW - 3 * 3_600_000 }));
    const root = await open(world);
    expect(words(find(root, '.page-head'))).toContain('up to date');
    expect(words(find(root, '.storage'))).toContain('as of 3 hours ago');
    expect(root.querySelector('.storage a')).toBeNull();
  });

  it('asks for figures again where the list has become newer than they are, and only then', async () => {
    const world = createHost(items, snapshotWith({ asOf: NOW - 3_600_000 }));
    const root = await open(world);
    expect(world.host.refresh).toHaveBeenCalledOnce();
    world.host.refresh.mockResolvedValue(ok(snapshotWith()));
    for (let n = 0; n < 2; n += 1) {
      await act(async () => world.announce({ announce: 'sync', status: { kind: 'synced', at: NOW } }));
      await settle();
    }
    expect(world.host.refresh).toHaveBeenCalledTimes(2);
    expect(root.querySelector('.storage .age')).toBeNull();
  });

  it('asks for withheld site access in the click itself, then refreshes', async () => {
    const world = createHost(items, snapshotWith());
    world.host.refresh.mockResolvedValue(fail({ kind: 'host-not-granted' }));
    const root = await open(world);
    control(root, 'Allow access').click();
    expect(world.host.requestSiteAccess).toHaveBeenCalledOnce();
    await settle();
    expect(world.host.refresh).toHaveBeenCalledTimes(2);
  });

  it('says how far the first reading is', async () => {
    const world = createHost([], snapshotWith());
    world.vault.status = { kind: 'syncing', done: 400, total: 5_000 };
    const root = await open(world);
    expect(words(root)).toContain('Reading your vault: 400 of 5,000');
    // The worker may have been stopped while it read.
    await click(control(root, 'Refresh'));
    expect(world.host.refreshNow).toHaveBeenLastCalledWith('list');
    // Each page of it would be read out.
    expect([...root.querySelectorAll('[role=status]')].map(words).join(' ')).not.toContain('400');
  });

  it('shows no account’s items while signed out', async () => {
    const world = createHost([]);
    world.vault.status = { kind: 'never' };
    const root = await open(world);
    expect(words(root)).toContain('Connect your vault');
    expect(control(root, 'Connect Vaulted').getAttribute('href')).toBe('/popup.html?tab');
  });

  it('is empty in words', async () => {
    expect(words(await open(createHost([], snapshotWith())))).toContain('Your vault is empty');
  });

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

  it('opens the version that its address names', async () => {
    history.replaceState(null, '', `/vault.html?version=${itemWith(2).modelVersionId}`);
    const root = await open(createHost(items, snapshotWith()));
    expect(words(find(root, 'dialog h2'))).toBe('Model Birch');
  });

  it('lets nothing be removed with a key that may only read', async () => {
    const world = createHost(items, snapshotWith({ canWrite: false }));
    const root = await open(world);
    await click(find(root, '.head-cell input'));
    const remove = control(root, 'Remove…');
    expect(remove.getAttribute('aria-disabled')).toBe('true');
    expect(words(find(root, '.summary'))).toContain('can look, but not change anything.');
    await click(remove);
    expect(root.querySelector('dialog')).toBeNull();
  });

  it('ticks nothing by itself once the user has begun to, however late it is looked up', async () => {
    const many = Array.from({ length: 25 }, (_, n) => itemWith(n + 1));
    const world = createHost(many, snapshotWith());
    const second = later<Awaited<ReturnType<typeof world.host.availabilities>>>();
    const offer = (versionId: VersionId) => ok({ versionId, availability: 'everyone' as const });
    world.host.availabilities
      .mockImplementationOnce(async asked => ok(asked.map(({ versionId }) => offer(versionId))))
      .mockReturnValueOnce(second.promise);
    const root = await open(world);
    await click(find(root, '.head-cell input'));
    await click(control(root, 'Remove…'));
    await settle();
    const group = find(root, '.removal-group');
    await click(find(group, 'h3 input'));
    await click(find(group, 'li input'));
    const button = control(root, 'Remove 1 version, 6.45 MB');
    second.settle(ok(many.slice(0, 5).map(item => offer(item.modelVersionId))));
    await settle();
    expect(words(group)).toContain('25 versions');
    expect(words(button)).toBe('Remove 1 version, 6.45 MB');
  });

  it('removes what was confirmed, once each', async () => {
    const world = createHost(items, snapshotWith());
    const root = await open(world);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await click(find(root, '.head-cell input'));
    await click(control(root, 'Remove…'));
    await settle();
    // They were ticked under the pointer: a press this early may be meant for fewer.
    await click(control(root, 'Remove 3 versions, 12.62 MB'));
    expect(world.host.remove).not.toHaveBeenCalled();
    await act(async () => void (await vi.advanceTimersByTimeAsync(500)));
    await click(control(root, 'Remove 3 versions, 12.62 MB'));
    await settle();
    expect(world.host.remove.mock.calls.map(([id]) => id).sort()).toEqual(items.map(item => item.modelVersionId));
    expect(words(find(root, 'dialog'))).toContain('3 removed');
    // Once when the page opened, once because there is more free space now.
    expect(world.host.refresh).toHaveBeenCalledTimes(2);
  });
});
