import { describe, expect, it } from 'vitest';
import { type Contents, contentsOf, itemCountOf } from '@/entrypoints/popup/contents/contents';
import { describeContents } from '@/entrypoints/popup/contents/describe-contents';
import { needsNotices } from '@/entrypoints/popup/contents/needs-notices';
import { sharesOf } from '@/entrypoints/popup/contents/shares';
import { MINUTE, NOW, snapshotWith, summaryWith } from '@/tests/unit/popup/host/fake-host';
import { plain } from '@/tests/unit/support/plain';
import type { VaultSummary } from '@/utils/vault/vault-summary';

const { itemCount: _, ...uncounted } = snapshotWith({ countProblem: { kind: 'timed-out' } });
const offline = { kind: 'offline' } as const;

const sentenceOf = (contents: Contents) => plain(describeContents(contents, NOW) ?? '');

describe('contentsOf', () => {
  it('counts once the vault has been read', () => {
    const summary = summaryWith();
    expect(contentsOf({ snapshot: snapshotWith(), summary })).toEqual({ kind: 'counted', summary, at: NOW });
  });

  it('reads for the first time, with what the site says there is', () => {
    expect(contentsOf({ snapshot: snapshotWith() })).toEqual({ kind: 'reading', done: 0, total: 42 });
    const sync = { kind: 'syncing', done: 200, total: 5_000 } as const;
    expect(contentsOf({ snapshot: snapshotWith(), sync })).toEqual({ kind: 'reading', done: 200, total: 5_000 });
    const end = { kind: 'synced', at: NOW } as const;
    expect(contentsOf({ snapshot: snapshotWith(), sync: end })).toEqual({ kind: 'reading', done: 42, total: 42 });
  });

  it('keeps the last count while it is read again, and through a failure', () => {
    const sync = { kind: 'syncing', done: 200, total: 5_000 } as const;
    expect(contentsOf({ snapshot: snapshotWith(), summary: summaryWith(), sync }).kind).toBe('counted');
    const summary = summaryWith({ status: { kind: 'failed', problem: offline, at: NOW - 5 * MINUTE } });
    const contents = contentsOf({ snapshot: snapshotWith(), summary });
    expect(contents).toMatchObject({ kind: 'counted', problem: offline });
    expect(sentenceOf(contents)).toBe('Counted 5 minutes ago. When Vaulted last asked: Civitai can’t be reached.');
  });

  it('says why nothing is known, never that it is still being read', () => {
    const summary = summaryWith({ status: { kind: 'failed', problem: offline } });
    for (const known of [{ summary }, { sync: { kind: 'failed', problem: offline } as const }]) {
      const contents = contentsOf({ snapshot: snapshotWith(), ...known });
      expect(contents).toEqual({ kind: 'unknown', problem: offline });
      expect(sentenceOf(contents)).toContain('How many versions are in it isn’t known. When');
    }
  });

  it('says when it may be asked again', () => {
    const problem = { kind: 'limited', until: NOW + MINUTE } as const;
    expect(sentenceOf({ kind: 'unknown', problem })).toContain('Trying again at 14:01.');
  });

  it('has nothing to say where there is no vault, or nothing went wrong', () => {
    const contents = contentsOf({ snapshot: snapshotWith({ membership: 'never' }) });
    expect([contents, describeContents(contents, NOW)]).toEqual([{ kind: 'nothing' }, undefined]);
  });
});

it('a browser that keeps no list is a notice’s to tell', () => {
  const sync = { kind: 'failed', problem: { kind: 'storage-brief' } } as const;
  expect(describeContents(contentsOf({ snapshot: snapshotWith(), sync }), NOW)).toBeUndefined();
});

describe('itemCountOf', () => {
  it('is what the site says, else what is known, else nothing', () => {
    expect(itemCountOf({ snapshot: snapshotWith(), summary: summaryWith({ stored: 7 }) })).toBe(42);
    expect(itemCountOf({ snapshot: uncounted, summary: summaryWith({ stored: 7, pending: 2, failed: 1 }) })).toBe(10);
    const status = { kind: 'failed', problem: offline } as const;
    expect(itemCountOf({ snapshot: uncounted, summary: summaryWith({ status }) })).toBeUndefined();
  });

  it('that is missing is explained', () => {
    const contents = contentsOf({ snapshot: uncounted, summary: summaryWith() });
    expect(sentenceOf(contents)).toBe('Counted just now. When Vaulted last asked: Civitai took too long to answer.');
  });
});

describe('sharesOf', () => {
  const types = (...sizes: number[]): VaultSummary['types'] =>
    sizes.map((kb, index) => ({ type: `T${index}`, count: 1, kb }));

  it('names the largest three and puts the rest together', () => {
    expect(sharesOf(types(50, 40, 30, 20, 10))).toEqual([
      { name: 'T0', kb: 50 },
      { name: 'T1', kb: 40 },
      { name: 'T2', kb: 30 },
      { name: 'Other types', kb: 30 },
    ]);
  });

  it('puts nothing together where four are enough, and leaves out what takes nothing', () => {
    expect(sharesOf(types(4, 3, 2, 1)).map(({ name }) => name)).toEqual(['T0', 'T1', 'T2', 'T3']);
    expect(sharesOf(types(4, 0))).toHaveLength(1);
  });
});

describe('needsNotices', () => {
  const vault = (changes: Parameters<typeof snapshotWith>[0] = {}) =>
    needsNotices({ kind: 'vault', snapshot: snapshotWith(changes), problem: undefined });

  it('is false on an ordinary day', () => {
    expect(vault()).toBe(false);
    expect(needsNotices({ kind: 'loading' })).toBe(false);
  });

  it.each([
    [{ membership: 'lapsed' }],
    [{ membership: 'never' }],
    [{ canWrite: false }],
    [{ hasNoList: true }],
    [{ quota: { usedKb: 95, totalKb: 100, updatedAt: '' } }],
    [{ quota: { usedKb: 0, totalKb: 100, updatedAt: '' } }],
    [{ quota: { usedKb: 200, totalKb: 100, updatedAt: '' } }],
  ] as const)('%j: is true', changes => {
    expect(vault(changes)).toBe(true);
  });

  it('is true whenever something went wrong', () => {
    expect(needsNotices({ kind: 'vault', snapshot: snapshotWith(), problem: offline })).toBe(true);
    expect(needsNotices({ kind: 'problem', problem: offline })).toBe(true);
  });
});
