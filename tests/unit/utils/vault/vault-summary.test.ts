import { describe, expect, it } from 'vitest';
import { item } from '@/tests/unit/background/mirror/fake-site';
import { isLost, summarizeVault } from '@/utils/vault/vault-summary';

describe('summarizeVault', () => {
  it('counts by state; an unknown status counts as stored', () => {
    const items = [
      item(1),
      item(2, { status: 'Refreshing' }),
      item(3, { status: 'Pending' }),
      item(4, { status: 'Failed' }),
    ];
    expect(summarizeVault(items)).toMatchObject({ stored: 2, pending: 1, failed: 1, lost: 0 });
  });

  it('sums up by type, the largest first', () => {
    const items = [item(1), item(2), item(3, { type: 'Checkpoint', modelSizeKb: 5_000 }), item(4, { type: '' })];
    expect(summarizeVault(items).types).toEqual([
      { type: 'Checkpoint', count: 1, kb: 5_005 },
      { type: 'LORA', count: 2, kb: 210 },
      { type: '', count: 1, kb: 105 },
    ]);
  });

  it('shows the last five additions, first those that have no date yet', () => {
    const dated = [1, 2, 3, 4, 5].map(n => item(n, { addedAt: `2026-11-0${n}T00:00:00.000Z` }));
    const { recent } = summarizeVault([item(9), ...dated, item(8, { id: -10_008, status: 'Pending' })]);
    expect(recent.map(({ id }) => id)).toEqual([-10_008, 5, 4, 3]);
    expect(recent[1]).toEqual({
      id: 5,
      modelVersionId: 10_005,
      modelId: 1_002,
      modelName: 'Model 5',
      versionName: 'v1',
      status: 'Stored',
      failures: 0,
      type: 'LORA',
      baseModel: 'SDXL 1.0',
    });
  });

  it('of an empty vault is nothing', () => {
    expect(summarizeVault([])).toEqual({ stored: 0, pending: 0, failed: 0, twice: 0, lost: 0, types: [], recent: [] });
  });
});

describe('isLost', () => {
  it.each([
    ['Failed', 3, false],
    ['Failed', 4, true],
    ['Pending', 4, false],
  ])('%s with %d failures: %s', (status, failures, lost) => {
    expect(isLost({ status, failures })).toBe(lost);
  });
});
