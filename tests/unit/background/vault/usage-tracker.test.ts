import { describe, expect, it } from 'vitest';
import type { AttemptRow } from '@/entrypoints/background/storage/rows';
import { createUsageTracker } from '@/entrypoints/background/vault/usage-tracker';
import { isVersionId, type VersionId } from '@/utils/civitai/ids';

function version(id: number): VersionId {
  if (!isVersionId(id)) throw new Error('bad fixture');
  return id;
}

function attempt(usedKb: number | undefined, sizeKb?: number): AttemptRow {
  const unannounced = { answer: undefined, seen: undefined, disputed: false };
  return {
    meant: sizeKb ? 'out' : 'in',
    before: sizeKb ? 'in' : 'out',
    sentAt: 0,
    ageMs: 0,
    usedKb,
    sizeKb,
    ...unannounced,
  };
}

const [a, b, c] = [version(1), version(2), version(3)];

describe('the usage', () => {
  it('gives changes that overlap the storage used before the first of them', () => {
    const usage = createUsageTracker();
    const [first, second] = [attempt(1_000), attempt(1_300, 200)];
    usage.open(a, first, 0, 10);
    usage.open(b, second, 5_000, 5_010);
    expect(second.usedKb).toBe(1_000);
    expect([...(usage.sizesBefore(second) ?? [])]).toEqual([
      [a, 0],
      [b, 200],
    ]);
  });

  it('begins anew once nothing earlier can take effect any more', () => {
    const usage = createUsageTracker();
    const [first, second, third] = [attempt(1_000), attempt(1_300), attempt(1_600)];
    usage.open(a, first, 0, 10);
    usage.close(a, 500);
    usage.open(b, second, 501, 510);
    expect(second.usedKb).toBe(1_300);
    expect([...(usage.sizesBefore(second) ?? [])]).toEqual([[b, 0]]);
    // Without an answer it may take effect for 30 s.
    usage.open(c, third, 30_600, 30_610);
    expect(third.usedKb).toBe(1_600);
  });

  it('keeps what a version counted at first, however often it is changed', () => {
    const usage = createUsageTracker();
    usage.open(b, attempt(1_000), 0, 10);
    usage.open(a, attempt(1_000, 200), 0, 20);
    const again = attempt(800);
    usage.open(a, again, 15_000, 15_010);
    expect(usage.sizesBefore(again)?.get(a)).toBe(200);
  });

  it('finds a run again that an earlier worker began', () => {
    const usage = createUsageTracker();
    const [first, second, other] = [attempt(1_000), attempt(1_000, 200), attempt(4_000)];
    for (const [id, row] of [
      [a, first],
      [b, second],
      [c, other],
    ] as const)
      usage.restore(id, row, 0);
    expect([...(usage.sizesBefore(first) ?? [])]).toEqual([
      [a, 0],
      [b, 200],
    ]);
    expect([...(usage.sizesBefore(other) ?? [])]).toEqual([[c, 0]]);
  });

  it('says nothing where the storage used was not known', () => {
    const usage = createUsageTracker();
    const unread = attempt(undefined);
    usage.open(a, unread, 0, 10);
    expect(usage.sizesBefore(unread)).toBeUndefined();
  });
});
