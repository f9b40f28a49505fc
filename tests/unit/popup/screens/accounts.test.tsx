// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { click, control, find, words } from '@/tests/unit/components/mount';
import { connectionOf, createHost, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { ok } from '@/utils/problem';
import { enterKey, open, settle } from './open-popup';

describe('accounts', () => {
  it('says what a lapsed, a new and a read-only account can do', async () => {
    expect(words(await open(createHost(snapshotWith({ membership: 'lapsed' }))))).toContain('membership has ended');
    const { quota: _, ...never } = snapshotWith({ membership: 'never', tier: 'free' });
    const root = await open(createHost(never));
    expect(words(root)).toContain('no vault yet');
    expect(root.querySelector('meter')).toBeNull();
    expect(words(await open(createHost(snapshotWith({ canWrite: false }))))).toContain('This key is read-only.');
  });

  it('takes another key, and goes back if one thinks better of it', async () => {
    const root = await open(createHost(snapshotWith({ canWrite: false })));
    await click(control(root, 'Use another key'));
    await settle();
    expect(words(root)).toContain('It replaces the present key.');
    await click(control(root, 'Keep the present key'));
    expect(document.activeElement).toBe(find(root, 'main'));
    expect(words(root)).toContain('6.46 GB of 10 GB used');
  });

  it('leaves the settings once another key is there, and says what that may do', async () => {
    const world = createHost(snapshotWith());
    const root = await open(world);
    await click(find(root, '[data-opens=settings]'));
    await settle();
    await click(control(root, 'Use another key'));
    await settle();
    world.host.signIn.mockResolvedValue(ok(connectionOf(snapshotWith())));
    await enterKey(root, '0123456789abcdef0123456789abcdef');
    await settle();
    expect(root.querySelector('.panel')).toBeNull();
    expect(words(find(root, 'section.connected'))).toContain('Connected.');
    expect(find(root, 'section.account')).toBeTruthy();
  });

  it('hears of a sign-out and of another account from elsewhere', async () => {
    const world = createHost(snapshotWith());
    const root = await open(world);
    await act(() => world.announce({ announce: 'connection', connection: { kind: 'signed-out' } }));
    await settle();
    expect(words(root)).toContain('Connect your vault');
    expect(words(root)).not.toContain('keeper');
    const other = snapshotWith({ session: 'session-2', username: 'other' });
    world.host.refresh.mockResolvedValue(ok(other));
    await act(() => world.announce({ announce: 'connection', connection: connectionOf(other) }));
    await settle();
    expect(words(find(root, '.account-name'))).toBe('other');
  });

  it('takes over figures that the background has stored meanwhile', async () => {
    const world = createHost(snapshotWith());
    const root = await open(world);
    world.host.readFigures.mockResolvedValue({ snapshot: snapshotWith({ itemCount: 7 }), summary: undefined });
    await act(() => world.announce({ announce: 'snapshot' }));
    await settle();
    expect(words(root)).toContain('7 versions');
  });

  it('signs out and ends at the key field', async () => {
    const world = createHost(snapshotWith());
    const root = await open(world);
    world.failWith({ kind: 'not-signed-in' });
    await click(control(root, 'Sign out'));
    await settle();
    expect(world.host.signOut).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(find(root, 'input'));
  });

  it('keeps the account on screen when the sign-out message never arrived', async () => {
    const world = createHost(snapshotWith());
    const root = await open(world);
    await click(control(root, 'Sign out'));
    await settle();
    expect(words(find(root, '.account-name'))).toBe('keeper');
    expect(control(root, 'Sign out').getAttribute('aria-disabled')).toBe('false');
  });
});
