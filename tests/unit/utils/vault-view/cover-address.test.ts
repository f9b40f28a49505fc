import { describe, expect, it } from 'vitest';
import { coverAddress } from '@/utils/vault-view/cover-address';
import { itemWith } from './items';

describe('coverAddress', () => {
  const NOW = Date.UTC(2026, 10, 22, 12);
  const at = (coverImageUrl: string, seenOn = NOW) => coverAddress(itemWith(1, { coverImageUrl, seenOn }), NOW);

  it.each([
    ['https://s3.example/a.jpg?X-Amz-Date=20261122T110000Z&X-Amz-Expires=86400', 0, true],
    ['https://s3.example/a.jpg?X-Amz-Date=20261121T110000Z&X-Amz-Expires=86400', NOW, false],
    ['https://s3.example/a.jpg?X-Amz-Expires=86400', NOW - 3_600_000, true],
    ['https://s3.example/a.jpg', NOW - 25 * 3_600_000, false],
    ['https://s3.example/a.jpg', NOW + 24 * 3_600_000, false],
    ['http://s3.example/a.jpg', NOW, false],
    ['javascript:alert(1)', NOW, false],
    ['', NOW, false],
  ])('%s, seen at %i: %s', (address, seenOn, isGood) => {
    expect(at(address, seenOn)).toBe(isGood ? address : undefined);
  });

  it('is none where the vault names none', () => {
    expect(coverAddress(itemWith(1), NOW)).toBeUndefined();
  });
});
