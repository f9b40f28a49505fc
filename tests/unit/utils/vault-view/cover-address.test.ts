import { describe, expect, it } from 'vitest';
import { coverAddress } from '@/utils/vault-view/cover-address';
import { itemWith } from './items';

describe('coverAddress', () => {
  const NOW = Date.UTC(2026, 10, 22, 12);
  const at = (coverImageUrl: string, seenOn = NOW) => coverAddress(itemWith(1, { coverImageUrl, seenOn }), NOW);

  it.each([
    ['https://vault.civitai.com/a.jpg?X-Amz-Date=20261122T110000Z&X-Amz-Expires=86400', 0, true],
    ['https://vault.civitai.com/a.jpg?X-Amz-Date=20261121T110000Z&X-Amz-Expires=86400', NOW, false],
    ['https://vault.civitai.com/a.jpg?X-Amz-Expires=86400', NOW - 3_600_000, true],
    ['https://vault.civitai.com/a.jpg', NOW - 25 * 3_600_000, false],
    ['https://vault.civitai.com/a.jpg', NOW + 24 * 3_600_000, false],
    ['http://vault.civitai.com/a.jpg', NOW, false],
    ['https://civitai.com/a.jpg', NOW, true],
    ['https://b2.civitai.red/a.jpg', NOW, true],
    ['https://vault.5ac0637cfd0766c97916cefa3764fbdf.r2.cloudflarestorage.com/a.jpg', NOW, true],
    ['https://vault.00000000000000000000000000000000.r2.cloudflarestorage.com/a.jpg', NOW, false],
    ['https://evilcivitai.com/a.jpg', NOW, false],
    ['https://civitai.com.evil.example/a.jpg', NOW, false],
    ['https://civitai.com@evil.example/a.jpg', NOW, false],
    ['https://civitai.com:8443/a.jpg', NOW, false],
    ['https://192.168.0.1/a.jpg', NOW, false],
    ['javascript:alert(1)', NOW, false],
    ['', NOW, false],
  ])('%s, seen at %i: %s', (address, seenOn, isGood) => {
    expect(at(address, seenOn)).toBe(isGood ? address : undefined);
  });

  it('is none where the vault names none', () => {
    expect(coverAddress(itemWith(1), NOW)).toBeUndefined();
  });
});
