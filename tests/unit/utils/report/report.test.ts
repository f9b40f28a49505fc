import { expect, test } from 'vitest';
import { readModelId, readVersionId } from '@/utils/civitai/ids';
import { composeReport, type ReportParts } from '@/utils/report/report';
import { DEFAULT_SETTINGS } from '@/utils/settings/settings';

const versionId = readVersionId('771122334');
const modelId = readModelId('661122334');
if (versionId === undefined || modelId === undefined) throw new Error('They are ids');

/** What must not be in a report: names, ids, sizes, the account, the tail of the key. */
const SECRETS = ['Ash', 'night-owl', 'Alder', 'zzK9', 'session-secret', '771122334', '661122334', '5512345', '881234'];

const parts: ReportParts = {
  version: '1.0.0',
  browser: 'Firefox 153',
  language: 'de',
  settings: DEFAULT_SETTINGS,
  snapshot: {
    ...{ session: 'session-secret', username: 'night-owl', keyTail: 'zzK9', membership: 'member', canWrite: true },
    ...{ asOf: 1, quota: { usedKb: 5_512_345, totalKb: 10_000_000, updatedAt: '' }, tier: 'gold', userId: 881_234 },
  },
  summary: {
    session: 'session-secret',
    status: { kind: 'failed', problem: { kind: 'limited', until: 5_512_345 } },
    ...{ stored: 3, pending: 1, failed: 2, lost: 1, types: [{ type: 'Alder', count: 3, kb: 5_512_345 }] },
    recent: [
      {
        ...{ id: 881_234, modelVersionId: versionId, modelId, modelName: 'Ash', versionName: 'Alder' },
        ...{ status: 'Stored', failures: 0 },
      },
    ],
  },
  page: {
    ...{ page: 'here', tabId: 1, session: 'session-secret', unknownPlaces: 4, otherLogin: 'night-owl' },
    ...{ models: { all: 7, inVault: 2 }, versions: { all: 3, inVault: 1 } },
    problem: 'Ash',
    onScreen: { versionId, modelId, modelName: 'Ash', fact: { versionId, state: 'in', asOf: 1 } },
  },
  history: [
    {
      ...{ id: 881_234, at: Date.UTC(2026, 0, 2), versionId, modelId, modelName: 'Ash', versionName: 'Alder' },
      ...{ act: 'in', place: 'browser', sizeKb: 5_512_345, end: { kind: 'over-quota', sizeKb: 5_512_345 } },
    },
    { id: 2, at: 3, versionId, act: 'in', place: 'site', end: 'done' },
  ],
  now: Date.UTC(2026, 0, 3),
};

test('a report holds no name, id or key of the vault', () => {
  const report = composeReport(parts, { hasNames: false });
  for (const secret of SECRETS) expect(report).not.toContain(secret);
});

test('it says what a maintainer needs', () => {
  const report: unknown = JSON.parse(composeReport(parts, { hasNames: false }));
  expect(report).toMatchObject({
    vaulted: '1.0.0',
    browser: 'Firefox 153',
    account: { by: 'key', canWrite: true, filled: '55 %' },
    vault: { stored: 3, lost: 1, read: { kind: 'failed', problem: 'limited' } },
    page: { modelsMarked: 7, versionsMarked: 3, placesUnknown: 4 },
    problems: [{ at: '2026-01-02T00:00:00.000Z', act: 'in', place: 'browser', problem: 'over-quota' }],
  });
});

test('with names it says which versions, and still nothing of the key or the account', () => {
  const report = composeReport(parts, { hasNames: true });
  expect(report).toContain('771122334');
  expect(report).toContain('Ash');
  for (const secret of ['night-owl', 'zzK9', 'session-secret']) expect(report).not.toContain(secret);
});

test('of nothing known, it says so', () => {
  const { snapshot: _, summary: __, page: ___, ...rest } = parts;
  expect(JSON.parse(composeReport(rest, { hasNames: false }))).toMatchObject({
    ...{ account: 'none', vault: 'unknown', page: 'unknown' },
  });
});
