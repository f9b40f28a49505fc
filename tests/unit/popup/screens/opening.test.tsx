// @vitest-environment happy-dom
import { render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { firstFigures } from '@/entrypoints/popup/contents/first-figures';
import { App } from '@/entrypoints/popup/screens/app';
import { click, control, find, mount, words } from '@/tests/unit/components/mount';
import { createHost, later, MINUTE, NOW, snapshotWith, summaryWith } from '@/tests/unit/popup/host/fake-host';
import type { Snapshot } from '@/utils/account/account';
import type { Figures } from '@/utils/account/snapshot';
import { ok, type Result } from '@/utils/problem';
import { open, settle } from './open-popup';

describe('opening', () => {
  it('shows the stored figures before it asks for anything', async () => {
    const world = createHost(snapshotWith({ asOf: NOW - 5 * MINUTE }));
    const answer = later<Result<Snapshot>>();
    world.host.refresh.mockReturnValue(answer.promise);
    world.host.refresh.mockImplementation(() => {
      expect(words(document.body)).not.toContain('Loading');
      return answer.promise;
    });
    const root = await open(world);
    expect(words(root)).toContain('6.46 GB of 10 GB used');
    expect(words(root)).toContain('as of 5 minutes ago');
    expect(control(root, 'Refresh').getAttribute('aria-busy')).toBe('true');
    answer.settle(ok(snapshotWith({ itemCount: 43 })));
    await settle();
    expect(words(root)).toContain('43 versions');
    expect(words(root)).toContain('up to date');
    expect(control(root, 'Refresh').getAttribute('aria-busy')).toBe('false');
  });

  it('has them in its first frame, and reads them once', async () => {
    const world = createHost(snapshotWith(), summaryWith());
    const figures = await firstFigures(world.host);
    const root = document.createElement('div');
    render(<App host={world.host} isTab={false} figures={figures} />, root);
    expect(words(root)).toContain('6.46 GB of 10 GB used');
    expect(words(root)).toContain('Fox Spirit');
    expect(world.host.refresh).not.toHaveBeenCalled();
    await settle();
    expect(world.host.readFigures).toHaveBeenCalledOnce();
    expect(world.host.refresh).toHaveBeenCalledOnce();
    render(null, root);
  });

  it('does not wait for a slow storage, and takes the figures over when they come', async () => {
    const world = createHost(snapshotWith());
    const figures = later<Figures>();
    world.host.readFigures.mockReturnValue(figures.promise);
    vi.useFakeTimers();
    const first = firstFigures(world.host);
    await vi.advanceTimersByTimeAsync(100);
    vi.useRealTimers();
    expect(await first).toBeUndefined();
    const root = await mount(<App host={world.host} isTab={false} />);
    expect(words(root)).toContain('Loading your vault…');
    figures.settle({ snapshot: snapshotWith(), summary: summaryWith() });
    await settle();
    expect(words(root)).toContain('Fox Spirit');
  });

  it('shows a skeleton while nothing is known', async () => {
    const world = createHost();
    world.host.refresh.mockReturnValue(later<Result<Snapshot>>().promise);
    const root = await open(world);
    expect(words(root)).toContain('Loading your vault…');
    expect(root.querySelector('meter')).toBeNull();
  });

  it('shows a skeleton right after a sign-in, while only the name is known', async () => {
    const { quota: _, ...named } = snapshotWith({ membership: 'unknown' });
    const world = createHost(named);
    world.host.refresh.mockReturnValue(later<Result<Snapshot>>().promise);
    const root = await open(world);
    expect(words(root)).toContain('Loading your vault…');
    expect(words(find(root, '.account-name'))).toBe('keeper');
  });

  it('refreshes on demand', async () => {
    const world = createHost(snapshotWith());
    const root = await open(world);
    await click(control(root, 'Refresh'));
    expect(world.host.refresh).toHaveBeenCalledTimes(2);
  });
});
