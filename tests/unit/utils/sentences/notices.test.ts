import { describe, expect, it } from 'vitest';
import { MINUTE, NOW, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { plain } from '@/tests/unit/support/plain';
import type { Snapshot } from '@/utils/account/account';
import type { Problem } from '@/utils/problem';
import { noticeOf, noticesOf } from '@/utils/sentences/notices';
import { EVERY_PROBLEM } from './every-problem';

function ids(snapshot: Snapshot | undefined, ...problems: Problem[]): string[] {
  return noticesOf({ snapshot, problems }, NOW).map(({ id }) => id);
}

function quotaOf(usedKb: number, totalKb: number): Pick<Snapshot, 'quota'> {
  return { quota: { usedKb, totalKb, updatedAt: '' } };
}

describe('noticesOf', () => {
  it('says nothing where there is nothing to say', () => {
    expect(ids(snapshotWith())).toEqual([]);
  });

  it.each([
    ['never a member', snapshotWith({ membership: 'never' }), ['no-vault']],
    ['lapsed, and over its limit because of it', snapshotWith({ membership: 'lapsed', ...quotaOf(5, 0) }), []],
    ['lapsed, with nothing in the vault', snapshotWith({ membership: 'lapsed', ...quotaOf(0, 0) }), ['lapsed']],
    ['a key that cannot write', snapshotWith({ canWrite: false }), ['read-only-key']],
    ['empty', snapshotWith(quotaOf(0, 100)), ['empty']],
    ['nearly full', snapshotWith(quotaOf(95, 100)), ['storage']],
    ['full', snapshotWith(quotaOf(99.9, 100)), ['storage']],
    // A vault over its limit has its own notice: over-limit-notice.tsx.
    ['over-full', snapshotWith(quotaOf(200, 100)), []],
    ['membership not known', snapshotWith({ membership: 'unknown' }), []],
  ])('%s', (_, snapshot, expected) => {
    expect(ids(snapshot)).toEqual(expected);
  });

  it('puts the problem of the moment first, and says nothing twice', () => {
    expect(ids(snapshotWith({ canWrite: false, ...quotaOf(95, 100) }), { kind: 'offline' })).toEqual([
      'offline',
      'read-only-key',
      'storage',
    ]);
    expect(ids(snapshotWith({ membership: 'lapsed', ...quotaOf(0, 0) }), { kind: 'lapsed' })).toEqual(['lapsed']);
    expect(ids(undefined, { kind: 'offline' }, { kind: 'offline' })).toEqual(['offline']);
  });

  it('says what still fits, measured by the items in the vault', () => {
    const [notice] = noticesOf(
      { snapshot: snapshotWith(quotaOf(95, 100)), problems: [], types: [{ type: 'LORA', count: 9, kb: 9 }] },
      NOW,
    );
    expect(plain(notice?.sentences.meaning ?? '')).toContain('Room for about 5 LoRAs.');
  });
});

describe('the remedy', () => {
  it.each(EVERY_PROBLEM)('leads on from $kind', problem => {
    const { remedy, sentences } = noticeOf(problem, NOW + 10 * MINUTE);
    expect(sentences.next).not.toBe('');
    if (remedy.kind === 'link') expect(remedy.href).toMatch(/^https:\/\/civitai\.com\//);
    if (remedy.kind !== 'none') expect(remedy.label).not.toBe('');
  });

  it('has no retry before Civitai’s pause is over', () => {
    const limited = { kind: 'limited', until: NOW + MINUTE } as const;
    expect(noticeOf(limited, NOW).remedy).toEqual({ kind: 'none' });
    expect(noticeOf(limited, NOW + MINUTE).remedy.kind).toBe('retry');
  });

  it('asks for access in a button where the browser withholds the site', () => {
    expect(noticeOf({ kind: 'host-not-granted' }, NOW).remedy.kind).toBe('allow-site');
  });
});
