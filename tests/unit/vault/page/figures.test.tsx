// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { click, control, find, words } from '@/tests/unit/components/mount';
import { NOW, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { createHost } from '@/tests/unit/vault/fake-host';
import { fail, ok } from '@/utils/problem';
import { closePage, items, names, open, settle } from './open-page';

beforeEach(() => history.replaceState(null, '', '/vault.html'));

afterEach(closePage);

describe('the vault page', () => {
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

  it('asks for figures again that are from the future: the clock was set back', async () => {
    const world = createHost(items, snapshotWith({ asOf: NOW + 24 * 3_600_000 }));
    world.host.refresh.mockResolvedValue(fail({ kind: 'offline' }));
    await open(world);
    await act(async () => world.announce({ announce: 'sync', status: { kind: 'synced', at: NOW } }));
    await settle();
    expect(world.host.refresh).toHaveBeenCalledTimes(2);
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
});
