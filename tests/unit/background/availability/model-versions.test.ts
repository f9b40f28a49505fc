import { describe, expect, it } from 'vitest';
import { model } from '@/tests/unit/background/api/ids';
import { createTestOffers, siteWith } from './fake-site';

describe('the versions of a model', () => {
  it('come in creator order with what is certain about them', async () => {
    const modelVersions = [
      { id: 9, name: 'v2', paidAccess: {}, files: [{ sizeKB: 10, primary: true }] },
      { id: 8, name: 'v1', availability: 'Private' },
      { id: 7, name: 'v1' },
    ];
    const { offers } = createTestOffers(siteWith({ model: { modelVersions } }));
    expect(await offers.modelVersions(model(5))).toEqual({
      ok: true,
      value: {
        modelId: 5,
        modelName: 'WAI',
        versions: [
          { versionId: 9, versionName: 'v2', sizeKb: 10, availability: 'early-access' },
          { versionId: 8, versionName: 'v1', availability: 'private' },
          { versionId: 7, versionName: 'v1' },
        ],
      },
    });
  });

  it('of an archived model are archived', async () => {
    const { offers } = createTestOffers(siteWith({ model: { mode: 'Archived' } }));
    expect(await offers.modelVersions(model(5))).toMatchObject({
      value: { versions: [{ versionId: 7, availability: 'archived' }] },
    });
  });

  it('of a model that is gone are a problem', async () => {
    const { offers } = createTestOffers({});
    expect(await offers.modelVersions(model(5))).toEqual({
      ok: false,
      problem: { kind: 'not-available', obstacle: 'gone' },
    });
  });
});
