import { describe, expect, it } from 'vitest';
import { describeStorage } from '@/utils/sentences/storage-sentences';
import { storageState } from '@/utils/vault/storage-state';

describe('storageState', () => {
  it.each([
    [0, 100, 'empty'],
    [1, 100, 'normal'],
    [89.99, 100, 'normal'],
    [90, 100, 'nearly-full'],
    [98, 100, 'nearly-full'],
    [6_427_770, 6_427_780, 'full'],
    [6_426_000, 6_427_780, 'nearly-full'],
    [2_147_000_000, 2_147_483_647, 'nearly-full'],
    [100, 100, 'full'],
    [101, 100, 'over-full'],
    [6_775_430, 1_048_576, 'over-full'],
    [5, 0, 'over-full'],
    [0, 0, 'no-room'],
  ] as const)('%d of %d KB is %s', (usedKb, totalKb, state) => {
    expect(storageState({ usedKb, totalKb })).toBe(state);
  });
});

describe('describeStorage', () => {
  it('says what still fits into a vault that is nearly full', () => {
    expect(describeStorage({ usedKb: 95 * 1024, totalKb: 100 * 1024 })?.meaning).toContain('5\u00a0MB');
  });

  it('says nothing about a vault with free space', () => {
    expect(describeStorage({ usedKb: 50, totalKb: 100 })).toBeUndefined();
    expect(describeStorage({ usedKb: 0, totalKb: 0 })).toBeUndefined();
  });
});
