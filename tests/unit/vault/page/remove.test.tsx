// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { click, control, find, words } from '@/tests/unit/components/mount';
import { later, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { itemWith } from '@/tests/unit/utils/vault-view/items';
import { createHost } from '@/tests/unit/vault/fake-host';
import type { VersionId } from '@/utils/civitai/ids';
import { fail, ok } from '@/utils/problem';
import { closePage, items, open, settle } from './open-page';

beforeEach(() => history.replaceState(null, '', '/vault.html'));

afterEach(closePage);

describe('the vault page', () => {
  it('lets nothing be removed with a key that may only read', async () => {
    const world = createHost(items, snapshotWith({ canWrite: false }));
    const root = await open(world);
    await click(find(root, '.head-cell input'));
    const remove = control(root, 'Remove…');
    expect(remove.getAttribute('aria-disabled')).toBe('true');
    expect(words(find(root, '.summary'))).toContain('This key is read-only.');
    await click(remove);
    expect(root.querySelector('dialog')).toBeNull();
  });

  it('ticks nothing by itself once the user has begun to, however late it is looked up', async () => {
    const many = Array.from({ length: 25 }, (_, n) => itemWith(n + 1));
    const world = createHost(many, snapshotWith());
    const second = later<Awaited<ReturnType<typeof world.host.availabilities>>>();
    const available = (versionId: VersionId) => ok({ versionId, availability: 'everyone' as const });
    world.host.availabilities
      .mockImplementationOnce(async asked => ok(asked.map(({ versionId }) => available(versionId))))
      .mockReturnValueOnce(second.promise);
    const root = await open(world);
    await click(find(root, '.head-cell input'));
    await click(control(root, 'Remove…'));
    await settle();
    const group = find(root, '.removal-group');
    await click(find(group, 'h3 input'));
    await click(find(group, 'li input'));
    const button = control(root, 'Remove 1 version, 6.45 MB');
    second.settle(ok(many.slice(0, 5).map(item => available(item.modelVersionId))));
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

  it('tells failures in its title, and offers no second try of what can only fail again', async () => {
    const world = createHost(items, snapshotWith());
    world.host.remove.mockResolvedValueOnce(fail({ kind: 'removal-refused', obstacle: 'gone' }));
    const root = await open(world);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await click(find(root, '.head-cell input'));
    await click(control(root, 'Remove…'));
    await settle();
    await act(async () => void (await vi.advanceTimersByTimeAsync(500)));
    await click(control(root, 'Remove 3 versions, 12.62 MB'));
    await settle();
    expect(words(find(root, 'dialog h2'))).toBe('1 of 3 not removed');
    expect([...root.querySelectorAll('dialog .dialog-foot button')].map(words)).toEqual(['Done']);
  });

  it('tries again what may work the next time', async () => {
    const world = createHost(items, snapshotWith());
    world.host.remove.mockResolvedValueOnce(fail({ kind: 'offline' }));
    const root = await open(world);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await click(find(root, '.head-cell input'));
    await click(control(root, 'Remove…'));
    await settle();
    await act(async () => void (await vi.advanceTimersByTimeAsync(500)));
    await click(control(root, 'Remove 3 versions, 12.62 MB'));
    await settle();
    await click(control(root, 'Try again: 1 version'));
    await settle();
    expect(world.host.remove).toHaveBeenCalledTimes(4);
    expect(words(find(root, 'dialog h2'))).toBe('3 versions removed');
  });
});
