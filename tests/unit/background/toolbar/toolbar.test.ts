import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeAccount } from '@/entrypoints/background/account/account-store';
import { item } from '@/tests/unit/background/mirror/fake-site';
import { seenConcern } from '@/utils/account/seen-concern';
import { storedSnapshot } from '@/utils/account/snapshot';
import { badge, calm, failed, freshBrowser, pending, start } from './fake-toolbar';

afterEach(() => {
  vi.useRealTimers();
});

beforeEach(freshBrowser);

describe('the icon', () => {
  const badgeAfter = async (poller: { changed(): void }) => {
    poller.changed();
    await calm();
    return { ...badge };
  };

  it('says nothing of what is in order or settles by itself', async () => {
    await start([item(1), pending(2), failed(3, 3)]);
    expect(badge).toEqual({ text: '', title: 'Vaulted' });
  });

  it('counts what the site has given up, until it was seen', async () => {
    const { poller } = await start([failed(1, 4), failed(2, 4)]);
    expect(badge).toEqual({
      text: '2',
      title: expect.stringMatching(/^Vaulted: \u20682\u2069 versions couldn’t be stored, as of .*\d\d:\d\d\u2069+$/),
    });
    await seenConcern.setValue({ lost: 2, isOver: false });
    expect(await badgeAfter(poller)).toMatchObject({ text: '' });
  });

  it('says for as long as it is so that the key is refused', async () => {
    const { poller, session } = await start([item(1)]);
    await changeAccount(session, known => ({ ...known, refused: true }));
    expect(await badgeAfter(poller)).toEqual({ text: '!', title: 'Vaulted: Civitai no longer accepts your key' });
  });

  it('says that the vault is over its limit, until it was seen', async () => {
    const { poller, session } = await start([item(1)]);
    await storedSnapshot.setValue({
      session,
      keyTail: 'abcd',
      membership: 'lapsed',
      canWrite: true,
      quota: { usedKb: 105, totalKb: 0, updatedAt: '' },
      asOf: 1,
    });
    expect(await badgeAfter(poller)).toEqual({
      text: '!',
      title: expect.stringMatching(/^Vaulted: your vault is over its limit, as of .*\d\d:\d\d\u2069+$/),
    });
    await seenConcern.setValue({ lost: 0, isOver: true });
    expect(await badgeAfter(poller)).toMatchObject({ text: '' });
  });
});
