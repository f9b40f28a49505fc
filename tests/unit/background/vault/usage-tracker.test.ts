import { describe, expect, it } from 'vitest';
import type { PostRow } from '@/entrypoints/background/storage/rows';
import { createLedger } from '@/entrypoints/background/vault/usage-tracker';
import { isVersionId, type VersionId } from '@/utils/civitai/ids';

function version(id: number): VersionId {
  if (!isVersionId(id)) throw new Error('bad fixture');
  return id;
}

function post(usedKb: number | undefined, sizeKb?: number): PostRow {
  const untold = { answer: undefined, seen: undefined, disputed: false };
  return {
    meant: sizeKb ? 'out' : 'in',
    before: sizeKb ? 'in' : 'out',
    sentAt: 0,
    ageMs: 0,
    usedKb,
    sizeKb,
    ...untold,
  };
}

const [a, b, c] = [version(1), version(2), version(3)];

describe('the ledger', () => {
  it('gives changes that overlap the storage used before the first of them', () => {
    const ledger = createLedger();
    const [first, second] = [post(1_000), post(1_300, 200)];
    ledger.enter(a, first, 0, 10);
    ledger.enter(b, second, 5_000, 5_010);
    expect(second.usedKb).toBe(1_000);
    expect([...(ledger.sizesBefore(second) ?? [])]).toEqual([
      [a, 0],
      [b, 200],
    ]);
  });

  it('begins anew once nothing earlier can take effect any more', () => {
    const ledger = createLedger();
    const [first, second, third] = [post(1_000), post(1_300), post(1_600)];
    ledger.enter(a, first, 0, 10);
    ledger.close(a, 500);
    ledger.enter(b, second, 501, 510);
    expect(second.usedKb).toBe(1_300);
    expect([...(ledger.sizesBefore(second) ?? [])]).toEqual([[b, 0]]);
    // Without an answer it may take effect for 30 s.
    ledger.enter(c, third, 30_600, 30_610);
    expect(third.usedKb).toBe(1_600);
  });

  it('keeps what a version counted at first, however often it is changed', () => {
    const ledger = createLedger();
    ledger.enter(b, post(1_000), 0, 10);
    ledger.enter(a, post(1_000, 200), 0, 20);
    const again = post(800);
    ledger.enter(a, again, 15_000, 15_010);
    expect(ledger.sizesBefore(again)?.get(a)).toBe(200);
  });

  it('finds a run again that an earlier worker began', () => {
    const ledger = createLedger();
    const [first, second, other] = [post(1_000), post(1_000, 200), post(4_000)];
    for (const [id, row] of [
      [a, first],
      [b, second],
      [c, other],
    ] as const)
      ledger.revive(id, row, 0);
    expect([...(ledger.sizesBefore(first) ?? [])]).toEqual([
      [a, 0],
      [b, 200],
    ]);
    expect([...(ledger.sizesBefore(other) ?? [])]).toEqual([[c, 0]]);
  });

  it('says nothing where the storage used was not known', () => {
    const ledger = createLedger();
    const unread = post(undefined);
    ledger.enter(a, unread, 0, 10);
    expect(ledger.sizesBefore(unread)).toBeUndefined();
  });
});
