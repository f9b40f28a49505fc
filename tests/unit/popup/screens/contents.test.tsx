// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { click, control, find, words } from '@/tests/unit/components/mount';
import { createHost, later, snapshotWith, summaryWith } from '@/tests/unit/popup/host/fake-host';
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
    expect(find(root, '.contents-failed').getAttribute('aria-expanded')).toBe('true');
    expect(words(find(root, '.failed'))).toContain('its details and its pictures');
  });

  it('that needs attention has been seen once it is on screen', async () => {
    const world = createHost(snapshotWith(), summaryWith({ lost: 1 }));
    await open(world);
    expect(world.host.noteSeen).toHaveBeenLastCalledWith({ lost: 1, isOver: false });
  });
});
