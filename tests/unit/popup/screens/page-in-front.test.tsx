// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { click, control, find, words } from '@/tests/unit/components/mount';
import { createHost, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { open } from './open-popup';

describe('the page in front', () => {
  it('is described', async () => {
    const world = createHost(snapshotWith());
    world.host.readPage.mockResolvedValue({
      kind: 'here',
      answer: { session: 'session-1', versions: 12, inVault: 3 },
    });
    expect(words(await open(world))).toContain('12 versions here, 3 in your vault');
  });

  it('is not counted for another account than the one on screen', async () => {
    const world = createHost(snapshotWith());
    world.host.readPage.mockResolvedValue({ kind: 'here', answer: { session: 'old', versions: 12, inVault: 3 } });
    const root = await open(world);
    expect(words(find(root, '.page-line'))).toBe('12 versions here');
  });

  it('is not asked about where the popup itself is the tab', async () => {
    const world = createHost(snapshotWith());
    await open(world, true);
    expect(world.host.readPage).not.toHaveBeenCalled();
  });

  it('has to be reloaded if it stays silent, and is asked again after that', async () => {
    vi.useFakeTimers();
    const world = createHost(snapshotWith());
    world.host.readPage.mockResolvedValue({ kind: 'silent', tabId: 9 });
    const root = await open(world);
    expect(words(root)).toContain('Checking this page…');
    await act(async () => void (await vi.advanceTimersByTimeAsync(2000)));
    expect(words(root)).toContain('couldn’t start in this page');
    await click(control(root, 'Reload page'));
    expect(world.host.reloadTab).toHaveBeenCalledExactlyOnceWith(9);
    world.host.readPage.mockResolvedValue({
      kind: 'here',
      answer: { session: 'session-1', versions: 2, inVault: 0 },
    });
    await act(async () => void (await vi.advanceTimersByTimeAsync(1000)));
    expect(words(root)).toContain('2 versions here, none in your vault');
    vi.useRealTimers();
  });

  it('need not be reloaded while Vaulted waits there for it to finish', async () => {
    const world = createHost(snapshotWith());
    world.host.readPage.mockResolvedValue({ kind: 'here', answer: { versions: 0, inVault: 0, isWaiting: true } });
    const said = words(await open(world));
    expect(said).toContain('Vaulted is here, and waits');
    expect(said).not.toContain('Reload page');
  });

  it('is not blamed while it is still loading', async () => {
    vi.useFakeTimers();
    const world = createHost(snapshotWith());
    world.host.readPage.mockResolvedValue({ kind: 'loading' });
    const root = await open(world);
    await act(async () => void (await vi.advanceTimersByTimeAsync(5000)));
    expect(words(root)).toContain('Checking this page…');
    vi.useRealTimers();
  });
});
