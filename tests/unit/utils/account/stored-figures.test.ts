import { describe, expect, it } from 'vitest';
import { isSnapshot, isSummary } from '@/utils/account/stored-figures';

const snapshot = { session: 's', keyTail: 'cdef', membership: 'member', canWrite: true, asOf: 1 };
const quota = { usedKb: 1, totalKb: 2, updatedAt: '' };
const item = { id: 1, modelVersionId: 2, modelId: 3, modelName: '', versionName: '', status: 'Stored', failures: 0 };
const summary = {
  session: 's',
  status: { kind: 'synced', at: 1 },
  stored: 1,
  pending: 0,
  failed: 0,
  lost: 0,
  types: [{ type: 'LORA', count: 1, kb: 2 }],
  recent: [item],
};

describe('stored figures', () => {
  it.each([
    snapshot,
    { ...snapshot, quota, itemCount: 3, username: 'ada', isBrief: true },
    { ...snapshot, countProblem: { kind: 'offline' }, ofALaterRelease: [1] },
  ])('are read as this release writes them (%#)', value => {
    expect(isSnapshot(value)).toBe(true);
  });

  it.each([
    undefined,
    null,
    'text',
    [],
    { ...snapshot, session: 7 },
    { ...snapshot, asOf: '2026' },
    { ...snapshot, asOf: Number.NaN },
    { ...snapshot, membership: 'gold' },
    { ...snapshot, canWrite: undefined },
    { ...snapshot, username: { first: 'ada' } },
    { ...snapshot, itemCount: '42' },
    { ...snapshot, quota: { usedKb: 1 } },
    { ...snapshot, quota: null },
    { ...snapshot, countProblem: 'offline' },
  ])('are absent where this release could not show them (%#)', value => {
    expect(isSnapshot(value)).toBe(false);
  });

  it.each([summary, { ...summary, status: { kind: 'failed', problem: { kind: 'offline' } }, twice: 2 }])(
    'and the summary likewise (%#)',
    value => {
      expect(isSummary(value)).toBe(true);
    },
  );

  it.each([
    { ...summary, status: undefined },
    { ...summary, status: { kind: 'synced' } },
    { ...summary, status: { kind: 'failed' } },
    { ...summary, status: { kind: 'dreaming' } },
    { ...summary, types: {} },
    { ...summary, types: [null] },
    { ...summary, types: [{ type: 'LORA', count: 1 }] },
    { ...summary, recent: [{ ...item, modelName: undefined }] },
    { ...summary, lost: null },
  ])('is absent where it could not be shown (%#)', value => {
    expect(isSummary(value)).toBe(false);
  });
});
