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
  const lookAgain = async (watch: { changed(): void }) => {
    watch.changed();
    await calm();
    return { ...badge };
  };

  it('is quiet about what is in order or settles by itself', async () => {
    await start([item(1), pending(2), failed(3, 3)]);
    expect(badge).toEqual({ text: '', title: 'Vaulted' });
  });

  it('counts what the site has given up, until it was seen', async () => {
    const { watch } = await start([failed(1, 4), failed(2, 4)]);
    expect(badge).toEqual({
      text: '2',
      title: expect.stringMatching(/^Vaulted: versions that couldn’t be stored: 2, as of .*\d\d:\d\d$/),
    });
    await seenConcern.setValue({ lost: 2, isOver: false });
    expect(await lookAgain(watch)).toMatchObject({ text: '' });
  });

  it('says for as long as it is so that the key is refused', async () => {
    const { watch, session } = await start([item(1)]);
    await changeAccount(session, known => ({ ...known, refused: true }));
    expect(await lookAgain(watch)).toEqual({ text: '!', title: 'Vaulted: Civitai no longer accepts your key' });
  });

  it('says that the vault is over its limit, until it was seen', async () => {
    const { watch, session } = await start([item(1)]);
    await storedSnapshot.setValue({
      session,
      keyTail: 'abcd',
      membership: 'lapsed',
      canWrite: true,
      quota: { usedKb: 105, totalKb: 0, updatedAt: '' },
      asOf: 1,
    });
    expect(await lookAgain(watch)).toEqual({
      text: '!',
      title: expect.stringMatching(/^Vaulted: your vault is over its limit, as of .*\d\d:\d\d$/),
    });
    await seenConcern.setValue({ lost: 0, isOver: true });
    expect(await lookAgain(watch)).toMatchObject({ text: '' });
  });
});
