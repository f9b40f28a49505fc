// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { StorageBar } from '@/components/storage/storage-bar';
import { StorageSkeleton } from '@/components/storage/storage-skeleton';
import { plain } from '@/tests/unit/support/plain';
import { find, mount, words } from './mount';

const GB = 1024 * 1024;

function bar(usedGb: number, totalGb: number, itemCount?: number) {
  return mount(<StorageBar usedKb={usedGb * GB} totalKb={totalGb * GB} itemCount={itemCount} />);
}

describe('StorageBar', () => {
  it.each([
    [0, 10, '0 KB of 10 GB used', '10 GB free', 'empty', 0],
    [6.46, 10, '6.46 GB of 10 GB used', '3.54 GB free', 'normal', 64.6],
    [9.5, 10, '9.5 GB of 10 GB used', '512 MB free', 'nearly-full', 95],
    [10, 10, '10 GB of 10 GB used', '0 KB free', 'full', 100],
    [6.5, 1, '6.5 GB of 1 GB used', '5.5 GB over the limit', 'over-full', 100],
    [6.5, 0, '6.5 GB used, no storage left', '6.5 GB over the limit', 'over-full', 100],
    [0, 0, '0 KB used, no storage left', '0 KB free', 'no-room', 0],
  ])('%d of %d GB: says "%s", "%s"', async (used, total, usedWords, leftWords, state, value) => {
    const root = await bar(used, total, 42);
    expect(words(root)).toContain(usedWords);
    expect(words(root)).toContain(leftWords);
    expect(find(root, '.storage').dataset.state).toBe(state);
    const meter = find<HTMLMeterElement>(root, 'meter');
    expect(Number(meter.getAttribute('value'))).toBeCloseTo(value);
    expect(plain(meter.getAttribute('aria-valuetext') ?? '')).toBe(
      usedWords.includes('no storage') ? usedWords : `${usedWords}, ${leftWords}`,
    );
    expect(meter.getAttribute('aria-label')).toBe('Vault storage');
  });

  it.each([
    [9.5, 10, 'Nearly full'],
    [10, 10, 'Full'],
    [11, 10, 'Over limit'],
  ])('says in a word that %d of %d GB is "%s"', async (used, total, chip) => {
    expect(words(find(await bar(used, total), '.storage-chip'))).toBe(chip);
  });

  it('has no chip for a vault with free space', async () => {
    expect((await bar(5, 10)).querySelector('.storage-chip')).toBeNull();
  });

  it('marks the limit inside the bar when more is used', async () => {
    const root = await bar(4, 1);
    expect(find(root, '.storage-over').getAttribute('style')).toBe('inset-inline-start: 25%;');
    expect(find(root, '.storage-fill').style.width).toBe('100%');
    expect((await bar(1, 4)).querySelector('.storage-over')).toBeNull();
  });

  it('counts versions, and leaves the number out while it is not known', async () => {
    expect(words(find(await bar(1, 10, 1), '.storage-foot'))).toMatch(/1 version$/);
    expect(words(find(await bar(1, 10, 5000), '.storage-foot'))).toContain('5,000 versions');
    expect(words(find(await bar(1, 10), '.storage-foot'))).not.toMatch(/versions?/);
  });
});

describe('StorageSkeleton', () => {
  it('says that it is loading, and shows no figure', async () => {
    const root = await mount(<StorageSkeleton />);
    expect(words(root)).toBe('Loading your vault…');
    expect(find(root, 'section').getAttribute('aria-busy')).toBe('true');
  });
});
