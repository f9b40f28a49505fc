import { describe, expect, it } from 'vitest';
import { reachOf } from '@/utils/account/key-reach';

const VAULT = 8_388_608 + 16_777_216;

describe('reachOf', () => {
  it.each([
    ['the vault alone, as /me reports it', { keyScope: VAULT }, 'vault'],
    ['the vault and whose it is', { keyScope: VAULT + 1, username: 'ada' }, 'vault'],
    ['a key that /me refuses', {}, 'vault'],
    ['the read-only preset with Vault → Write', { keyScope: VAULT + 1 + 2 + 8, username: 'ada' }, 'more'],
    ['the full-access preset', { keyScope: 33_554_431, username: 'ada' }, 'everything'],
    ['a site that does not say', { username: 'ada' }, 'unknown'],
  ])('%s', (_, key, reach) => {
    expect(reachOf(key)).toBe(reach);
  });
});
