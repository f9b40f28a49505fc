import { describe, expect, it } from 'vitest';
import type { AttemptRow } from '@/entrypoints/background/storage/rows';
import { createUsageTracker, type UsageTracker } from '@/entrypoints/background/vault/usage-tracker';
import { isVersionId, type VersionId } from '@/utils/civitai/ids';

function version(id: number): VersionId {
  if (!isVersionId(id)) throw new Error('bad fixture');
  return id;
}

/** The storage used and the size of the version just before a request, read at that moment. */
function usedBefore(usedKb: number | undefined, readAt: number, sizeKb?: number) {
  return { usedKb, sizeKb, readAt };
}

/** What an earlier worker sent just now. */
function sent(usedKb: number, sizeKb?: number): AttemptRow {
  const request = { meant: 'in', before: 'out', sentAt: 0, ageMs: 0, usedKb, sizeKb } as const;
  return { ...request, kind: 'unanswered', lastSeen: undefined, isOvertaken: false };
}

const [a, b, c] = [version(1), version(2), version(3)];

describe('the storage used', () => {
  it('is that before the first of the changes that overlap', () => {
    const usage = createUsageTracker();
    expect(usage.open(a, usedBefore(1_000, 0), 10)).toBe(1_000);
    expect(usage.open(b, usedBefore(1_300, 5_000, 200), 5_010)).toBe(1_000);
    expect([...(usage.sizesBefore(b) ?? [])]).toEqual([
      [a, 0],
      [b, 200],
    ]);
  });

  it('is read anew once no earlier request can take effect any more', () => {
    const usage = createUsageTracker();
    usage.open(a, usedBefore(1_000, 0), 10);
    usage.close(a, 500);
    expect(usage.open(b, usedBefore(1_300, 501), 510)).toBe(1_300);
    expect([...(usage.sizesBefore(b) ?? [])]).toEqual([[b, 0]]);
    // Without an answer it may take effect for 30 s.
    expect(usage.open(c, usedBefore(1_600, 30_600), 30_610)).toBe(1_600);
  });

  it('stays known for a request that is still unsettled when others begin anew', () => {
    const usage = createUsageTracker();
    usage.open(a, usedBefore(1_000, 0), 10);
    usage.open(b, usedBefore(1_000, 0, 200), 20);
    usage.open(c, usedBefore(1_300, 40_000, 70), 40_010);
    // The change that begins anew alters the sum of those that are still open.
    expect([...(usage.sizesBefore(a) ?? [])]).toEqual([
      [a, 0],
      [b, 200],
      [c, 70],
    ]);
    expect([...(usage.sizesBefore(c) ?? [])]).toEqual([[c, 70]]);
  });

  it.each([
    ['answered', (usage: UsageTracker) => usage.close(a, 35_000)],
    ['settled', (usage: UsageTracker) => usage.settle(a)],
  ])('is needed no more once the request is %s', (_how, end) => {
    const usage = createUsageTracker();
    usage.open(a, usedBefore(1_000, 0), 10);
    end(usage);
    expect(usage.sizesBefore(a)).toBeUndefined();
    usage.open(c, usedBefore(1_300, 40_000), 40_010);
    expect([...(usage.sizesBefore(c) ?? [])]).toEqual([[c, 0]]);
  });

  it('takes in later changes for what an earlier worker sent, too', () => {
    const usage = createUsageTracker();
    usage.restore(a, sent(1_000), 0);
    usage.open(b, usedBefore(undefined, 40_000, 200), 40_010);
    expect([...(usage.sizesBefore(a) ?? [])]).toEqual([
      [a, 0],
      [b, 200],
    ]);
  });

  it('keeps what a version counted at first, however often it is changed', () => {
    const usage = createUsageTracker();
    usage.open(b, usedBefore(1_000, 0), 10);
    usage.open(a, usedBefore(1_000, 0, 200), 20);
    usage.open(a, usedBefore(800, 15_000), 15_010);
    expect(usage.sizesBefore(a)?.get(a)).toBe(200);
  });

  it('brings together again what overlapped under an earlier worker', () => {
    const usage = createUsageTracker();
    usage.restore(a, sent(1_000), 0);
    usage.restore(b, sent(1_000, 200), 0);
    usage.restore(c, sent(4_000), 0);
    expect([...(usage.sizesBefore(a) ?? [])]).toEqual([
      [a, 0],
      [b, 200],
    ]);
    expect([...(usage.sizesBefore(c) ?? [])]).toEqual([[c, 0]]);
  });

  it('says nothing where it was not known', () => {
    const usage = createUsageTracker();
    expect(usage.open(a, usedBefore(undefined, 0), 10)).toBeUndefined();
    expect(usage.sizesBefore(a)).toBeUndefined();
  });
});
