import { describe, expect, it } from 'vitest';
import { problemNotice, vaultNotices } from '@/entrypoints/popup/notices';
import { remedyFor } from '@/entrypoints/popup/remedy';
import type { Snapshot } from '@/utils/account';
import type { Problem } from '@/utils/problem';
import { EVERY_PROBLEM } from '../utils/every-problem';
import { MINUTE, NOW, snapshotWith } from './fake-host';

function ids(snapshot: Snapshot, problem?: Problem): string[] {
  return vaultNotices(snapshot, problem, NOW).map(({ id }) => id);
}

function room(usedKb: number, totalKb: number): Pick<Snapshot, 'quota'> {
  return { quota: { usedKb, totalKb, updatedAt: '' } };
}

describe('vaultNotices', () => {
  it('says nothing where there is nothing to say', () => {
    expect(ids(snapshotWith())).toEqual([]);
  });

  it.each([
    ['never a member', snapshotWith({ membership: 'never' }), ['no-vault']],
    ['lapsed, and over its limit because of it', snapshotWith({ membership: 'lapsed', ...room(5, 0) }), []],
    ['lapsed, with nothing kept', snapshotWith({ membership: 'lapsed', ...room(0, 0) }), ['lapsed']],
    ['a key that cannot write', snapshotWith({ canWrite: false }), ['read-only-key']],
    ['empty', snapshotWith(room(0, 100)), ['storage']],
    ['nearly full', snapshotWith(room(95, 100)), ['storage']],
    ['full', snapshotWith(room(99.9, 100)), ['storage']],
    // Somebody else says what becomes of a vault without room: components/over-limit-notice.tsx.
    ['over-full', snapshotWith(room(200, 100)), []],
    ['membership not known', snapshotWith({ membership: 'unknown' }), []],
  ])('%s', (_, snapshot, expected) => {
    expect(ids(snapshot)).toEqual(expected);
  });

  it('puts the problem of the moment first, and says nothing twice', () => {
    expect(ids(snapshotWith({ canWrite: false, ...room(95, 100) }), { kind: 'offline' })).toEqual([
      'offline',
      'read-only-key',
      'storage',
    ]);
    expect(ids(snapshotWith({ membership: 'lapsed', ...room(0, 0) }), { kind: 'lapsed' })).toEqual(['lapsed']);
  });
});

describe('remedyFor', () => {
  it.each(EVERY_PROBLEM)('leads on from $kind', problem => {
    const { remedy, says } = problemNotice(problem, NOW + 10 * MINUTE);
    expect(says.next).not.toBe('');
    if (remedy.kind === 'link') expect(remedy.href).toMatch(/^https:\/\/civitai\.com\//);
    if (remedy.kind !== 'none') expect(remedy.label).not.toBe('');
  });

  it('offers no try before Civitai’s pause is over', () => {
    const limited = { kind: 'limited', until: NOW + MINUTE } as const;
    expect(remedyFor(limited, NOW)).toEqual({ kind: 'none' });
    expect(remedyFor(limited, NOW + MINUTE).kind).toBe('retry');
  });

  it('asks for access in a button where the browser withholds the site', () => {
    expect(remedyFor({ kind: 'host-not-granted' }, NOW).kind).toBe('allow-site');
  });
});
