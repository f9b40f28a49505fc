import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FactRow, JournalRow } from '@/entrypoints/background/storage/rows';
import type { StoredAccount } from '@/entrypoints/background/storage/schema';
import { replaceAccount } from '@/entrypoints/background/storage/session-writes';
import { createVaultStore, sweepCooldowns } from '@/entrypoints/background/storage/vault-store';
import { V, W } from '@/tests/unit/background/vault/rig';
import { freshStorage } from './fresh-storage';

const store = createVaultStore(() => undefined);
const journal: JournalRow = { versionId: V, intent: undefined, next: undefined, attempt: undefined, unannounced: true };
const fact: FactRow = { versionId: W, state: 'out', asOf: 1 };

function signIn(session: string): Promise<void> {
  const account: StoredAccount = { session, refused: false, keyTail: '0000', membership: 'member', canWrite: true };
  return replaceAccount({ token: { session }, account });
}

describe('the stored journal', () => {
  beforeEach(async () => {
    await freshStorage();
    await signIn('one');
  });
  afterEach(() => vi.useRealTimers());

  it('keeps rows and facts until they are settled or forgotten', async () => {
    expect(await store.save('one', { journal, facts: [fact] })).toBe(true);
    expect(await store.load('one')).toEqual({ journal: [journal], facts: [fact], cooldowns: [] });
    await store.save('one', { settled: V });
    await store.forget('one', [W]);
    expect(await store.load('one')).toEqual({ journal: [], facts: [], cooldowns: [] });
  });

  it('writes nothing for a session that is over, and shows nothing of another', async () => {
    await store.save('one', { journal, facts: [fact] });
    expect(await store.load('two')).toEqual({ journal: [], facts: [], cooldowns: [] });
    await signIn('two');
    expect(await store.save('one', { journal })).toBe(false);
    expect(await store.load('two')).toEqual({ journal: [], facts: [], cooldowns: [] });
  });

  it('leaves the next session only which versions must be left alone, and no longer than that', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
    const sent = { meant: 'in', before: 'out', sentAt: 1, ageMs: 5_000, usedKb: 5, sizeKb: undefined } as const;
    const unanswered = { ...sent, kind: 'unanswered', lastSeen: undefined, isOvertaken: false } as const;
    await store.save('one', { journal: { ...journal, attempt: unanswered } });
    await store.save('one', {
      journal: { ...journal, versionId: W, attempt: { ...sent, kind: 'answered', answer: 'in' } },
      facts: [fact],
    });
    await signIn('two');
    const cooldowns = [
      { versionId: V, until: 1_040_000 },
      { versionId: W, until: 1_010_000 },
    ];
    expect(await store.load('two')).toEqual({ journal: [], facts: [], cooldowns });
    vi.setSystemTime(1_010_000);
    await sweepCooldowns(Date.now());
    await signIn('three');
    expect((await store.load('three')).cooldowns).toEqual([cooldowns[0]]);
  });

  it('applies changes in the order in which they were asked for', async () => {
    const changes = [{ journal }, { settled: V }, { journal: { ...journal, unannounced: false } }];
    await Promise.all(changes.map(change => store.save('one', change)));
    expect((await store.load('one')).journal).toEqual([{ ...journal, unannounced: false }]);
  });
});
