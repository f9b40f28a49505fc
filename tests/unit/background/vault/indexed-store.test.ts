import { beforeEach, describe, expect, it } from 'vitest';
import { replaceAccount, type StoredAccount } from '../../../../entrypoints/background/database';
import { createIndexedStore } from '../../../../entrypoints/background/vault/indexed-store';
import type { FactRow, JournalRow } from '../../../../entrypoints/background/vault/stored';
import { freshStorage } from '../fresh-storage';
import { V, W } from './rig';

const store = createIndexedStore(() => undefined);
const journal: JournalRow = { versionId: V, intent: undefined, next: undefined, post: undefined, untold: true };
const fact: FactRow = { versionId: W, state: 'out', asOf: 1 };

function signIn(session: string): Promise<void> {
  const account: StoredAccount = { session, refused: false, keyTail: '0000', membership: 'member', canWrite: true };
  return replaceAccount({ token: { key: 'k', session }, account });
}

describe('the stored journal', () => {
  beforeEach(async () => {
    await freshStorage();
    await signIn('one');
  });

  it('keeps rows and facts until they are settled or forgotten', async () => {
    expect(await store.save('one', { journal, facts: [fact] })).toBe(true);
    expect(await store.load('one')).toEqual({ journal: [journal], facts: [fact] });
    await store.save('one', { settled: V });
    await store.forget('one', [W]);
    expect(await store.load('one')).toEqual({ journal: [], facts: [] });
  });

  it('writes nothing for a session that is over, and shows nothing of another', async () => {
    await store.save('one', { journal, facts: [fact] });
    expect(await store.load('two')).toEqual({ journal: [], facts: [] });
    await signIn('two');
    expect(await store.save('one', { journal })).toBe(false);
    expect(await store.load('two')).toEqual({ journal: [], facts: [] });
  });

  it('is cleared for its own session only', async () => {
    await store.save('one', { journal, facts: [fact] });
    await store.clear('two');
    expect((await store.load('one')).journal).toHaveLength(1);
    await store.clear('one');
    expect(await store.load('one')).toEqual({ journal: [], facts: [] });
  });

  it('applies changes in the order in which they were asked for', async () => {
    const changes = [{ journal }, { settled: V }, { journal: { ...journal, untold: false } }];
    await Promise.all(changes.map(change => store.save('one', change)));
    expect((await store.load('one')).journal).toEqual([{ ...journal, untold: false }]);
  });
});
