// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { click, control, find, words } from '@/tests/unit/components/mount';
import { createHost, later, MINUTE, NOW, snapshotWith, summaryWith } from '@/tests/unit/popup/host/fake-host';
import type { Snapshot } from '@/utils/account/account';
import type { Result } from '@/utils/problem';
import { open, settle } from './open-popup';

describe('contents', () => {
  it('come from the stored figures at once: states, types, the last additions', async () => {
    const world = createHost(snapshotWith(), summaryWith());
    world.host.refresh.mockReturnValue(later<Result<Snapshot>>().promise);
    const root = await open(world);
    expect(words(find(root, '.contents'))).toContain('40 stored 1 pending 1 failed');
    expect(words(find(root, '.share-list'))).toBe('LoRA 6.46 GB');
    expect(words(root)).toContain('Fox Spirit');
    expect(world.host.readItems).not.toHaveBeenCalled();
  });

  it('are read again with the figures when the user asks for it', async () => {
    const world = createHost(snapshotWith(), summaryWith());
    const root = await open(world);
    expect(world.host.refreshList).not.toHaveBeenCalled();
    await click(control(root, 'Refresh'));
    expect(world.host.refreshList).toHaveBeenCalledOnce();
    expect(world.host.refresh).toHaveBeenCalledTimes(2);
  });

  it('are never those of another account', async () => {
    const world = createHost(snapshotWith(), summaryWith({ session: 'old' }));
    expect(words(await open(world))).not.toContain('Fox Spirit');
  });

  it('is read before one’s eyes for the first time', async () => {
    const world = createHost(snapshotWith());
    const root = await open(world);
    const status = { kind: 'syncing', done: 1_200, total: 5_000 } as const;
    await act(() => world.announce({ announce: 'sync', status }));
    expect(words(root)).toContain('Reading your vault: 1,200 of 5,000');
    expect(find<HTMLProgressElement>(root, 'progress').getAttribute('value')).toBe('1200');
  });

  it('opens what failed on demand', async () => {
    const world = createHost(snapshotWith(), summaryWith());
    const root = await open(world);
    await click(find(root, '.contents-failed'));
    await settle();
    expect(words(find(root, 'h1'))).toBe('Versions that couldn’t be stored');
    expect(words(find(root, '.failed'))).toContain('its details and its pictures');
    expect(root.querySelector('.search')).toBeNull();
    await click(control(root, 'Back'));
    await settle();
    await vi.waitFor(() => expect(document.activeElement).toBe(find(root, '.contents-failed')));
  });

  it('counts what is stored only where something isn’t', async () => {
    const root = await open(createHost(snapshotWith(), summaryWith({ stored: 42, pending: 0, failed: 0 })));
    expect(root.querySelector('.contents')).toBeNull();
    expect(words(root)).not.toContain('stored');
    expect(words(root)).toContain('42 versions');
  });

  it('says first what is new: versions given up since the popup was last open, and those that are there twice', async () => {
    const world = createHost(snapshotWith(), summaryWith({ lost: 3, twice: 1 }));
    world.host.noteSeen.mockResolvedValue({ lost: 1, isOver: false });
    const root = await open(world);
    await settle();
    const news = [...root.querySelectorAll('.notice h2')].map(words);
    expect(news).toEqual([
      '1 version is in your vault more than once, or on its way back.',
      '2 versions couldn’t be stored.',
    ]);
    expect(root.querySelector('main > :nth-child(2)')?.className).toBe('notices');
    await click(control(root, 'See what can be done'));
    await settle();
    expect(words(find(root, 'h1'))).toBe('Versions that couldn’t be stored');
  });

  it('are not called up to date beside what may not be', async () => {
    const status = { kind: 'failed', problem: { kind: 'offline' }, at: NOW - MINUTE } as const;
    const root = await open(createHost(snapshotWith(), summaryWith({ status })));
    expect(words(root)).toContain('Counted 1 minute ago.');
    expect(words(root)).not.toContain('up to date');
  });

  it('that needs attention has been seen once it is on screen', async () => {
    const world = createHost(snapshotWith(), summaryWith({ lost: 1 }));
    await open(world);
    expect(world.host.noteSeen).toHaveBeenLastCalledWith({ lost: 1, isOver: false });
  });
});
