import { describe, expect, it } from 'vitest';
import { model } from '@/tests/unit/background/api/ids';
import { createTestLookUp, siteWith } from './fake-site';

describe('the versions of a model', () => {
  it('come in creator order with what is certain about them', async () => {
    const modelVersions = [
      { id: 9, name: 'v2', paidAccess: {}, files: [{ sizeKB: 10, primary: true }] },
      { id: 8, name: 'v1', availability: 'Private' },
      { id: 7, name: 'v1' },
    ];
    const { lookUp } = createTestLookUp(siteWith({ model: { modelVersions } }));
    expect(await lookUp.modelVersions(model(5))).toEqual({
      ok: true,
      value: {
        modelId: 5,
        modelName: 'WAI',
        versions: [
          {
            versionId: 9,
            versionName: 'v2',
            sizeKb: 10,
            need: { leastKb: 10, mostKb: 10 },
            availability: 'early-access',
          },
          { versionId: 8, versionName: 'v1', availability: 'private' },
          { versionId: 7, versionName: 'v1' },
        ],
      },
    });
  });

  it('are asked for once, and again only where what is known doesn’t fit the page', async () => {
    const { lookUp, asked, clock } = createTestLookUp(siteWith({}));
    for (const isFresh of [false, false]) await lookUp.modelVersions(model(5), isFresh);
    expect(asked()).toHaveLength(1);
    clock.now += 2_000;
    await lookUp.modelVersions(model(5), true);
    await lookUp.modelVersions(model(5), true);
    expect(asked()).toHaveLength(2);
  });

  it('of an archived model are archived', async () => {
    const { lookUp } = createTestLookUp(siteWith({ model: { mode: 'Archived' } }));
    expect(await lookUp.modelVersions(model(5))).toMatchObject({
      value: { versions: [{ versionId: 7, availability: 'archived' }] },
    });
  });

  it('of a model that is gone are a problem', async () => {
    const { lookUp } = createTestLookUp({});
    expect(await lookUp.modelVersions(model(5))).toEqual({
      ok: false,
      problem: { kind: 'not-available', obstacle: 'gone' },
    });
  });
});
