import { describe, expect, it } from 'vitest';
import { downloadBlockOf, downloadsOf } from '@/utils/vault-view/downloads';
import { itemWith } from './items';

describe('downloads', () => {
  const files = [
    { id: 5, sizeKb: 10, displayName: 'LoRA' },
    { id: 6, sizeKb: 1, displayName: 'Config' },
  ];
  const site = 'https://civitai.com/api/download/vault';

  it('are each file, and what the site made of the version', () => {
    expect(downloadsOf(itemWith(9, { files })).map(({ href }) => href)).toEqual([
      `${site}/9?type=model&fileId=5`,
      `${site}/9?type=model&fileId=6`,
      `${site}/9?type=details`,
      `${site}/9?type=images`,
    ]);
  });

  it('are the model alone while the site has made nothing of it', () => {
    expect(downloadsOf(itemWith(9, { status: 'Pending' })).map(({ href }) => href)).toEqual([`${site}/9?type=model`]);
    expect(downloadsOf(itemWith(-9, { files }))).toEqual([]);
  });

  const NOW = Date.UTC(2026, 10, 22);
  const quota = (usedKb: number, totalKb: number, days: number) => ({
    usedKb,
    totalKb,
    updatedAt: new Date(NOW - days * 86_400_000).toISOString(),
  });

  it.each([
    ['free space', quota(1, 2, 90), undefined],
    ['over the limit for a month and more', quota(2, 1, 31), 'over-limit'],
    ['over the limit since last week', quota(2, 1, 7), undefined],
    ['exactly full for long', quota(2, 2, 31), 'over-limit'],
    ['nothing known', undefined, undefined],
  ] as const)('with %s', (_, known, expected) => {
    expect(downloadBlockOf(itemWith(1), 'everyone', known, NOW)).toBe(expected);
  });

  it('are barred where the site hands nothing out, and not where it might', () => {
    expect(downloadBlockOf(itemWith(1), 'generation-only', undefined, NOW)).toBe('generation-only');
    expect(downloadBlockOf(itemWith(-1), undefined, undefined, NOW)).toBe('just-added');
    for (const availability of ['early-access', 'private', 'gone', 'archived', 'not-known', undefined] as const) {
      expect(downloadBlockOf(itemWith(1), availability, undefined, NOW)).toBeUndefined();
    }
  });
});
