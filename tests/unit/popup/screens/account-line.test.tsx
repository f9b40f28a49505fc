// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { AccountLine } from '@/entrypoints/popup/screens/account-line';
import { click, control, find, mount, words } from '@/tests/unit/components/mount';
import { snapshotWith } from '@/tests/unit/popup/host/fake-host';
import type { Snapshot } from '@/utils/account/account';

describe('AccountLine', () => {
  type Given = { isBusy?: boolean } & Partial<Pick<Snapshot, 'username' | 'tier' | 'keyTail' | 'keyScope' | 'isLogin'>>;
  const line = ({ isBusy = false, ...given }: Given, onSignOut = vi.fn()) => {
    const { username: _, tier: __, ...nameless } = snapshotWith();
    const snapshot = Object.keys(given).length > 0 ? { ...nameless, ...given } : undefined;
    return mount(<AccountLine snapshot={snapshot} isBusy={isBusy} onSignOut={onSignOut} />);
  };

  it('names the account, its tier and the end of its key', async () => {
    const root = await line({ username: 'keeper', tier: 'gold', keyTail: 'abcd' });
    expect(words(find(root, '.account-name'))).toBe('keeper');
    expect(words(find(root, '.tier'))).toBe('Gold');
    expect(words(find(root, '.account-key [aria-hidden]'))).toBe('Key ••••abcd');
    expect(words(find(root, '.account-key .visually-hidden'))).toBe('API key ending in abcd');
  });

  it('lets a name run in its own direction and be read in full when it is cut', async () => {
    const name = find(await line({ username: 'محمد الفنان' }), '.account-name');
    expect(name.getAttribute('dir')).toBe('auto');
    expect(name.title).toBe('محمد الفنان');
  });

  it.each([
    ['keeper', 'K'],
    ['👩‍🎨 artist', '👩‍🎨'],
    ['模型', '模'],
  ])('takes the first character of %s as people count them', async (username, initial) => {
    expect(words(find(await line({ username }), '.account-initial'))).toBe(initial);
  });

  it('leaves out what a key limited to the vault doesn’t give', async () => {
    const root = await line({ keyTail: 'abcd' });
    expect(words(find(root, '.account-name'))).toBe('Connected to Civitai');
    expect(root.querySelector('.tier')).toBeNull();
  });

  it('claims no connection without a key', async () => {
    const root = await line({});
    expect(words(find(root, '.account-name'))).toBe('Your account');
    expect(root.querySelector('.account-key')).toBeNull();
  });

  it('says for as long as it is so that the key may do everything', async () => {
    expect(words(await line({ keyScope: 33_554_431 }))).toContain('Full access');
    expect(words(await line({ keyScope: 25_165_825 }))).not.toContain('Full access');
  });

  it('signs out once', async () => {
    const onSignOut = vi.fn();
    await click(control(await line({}, onSignOut), 'Sign out'));
    expect(onSignOut).toHaveBeenCalledOnce();
    await click(control(await line({ isBusy: true }, onSignOut), 'Sign out'));
    expect(onSignOut).toHaveBeenCalledOnce();
  });
});
