import { afterEach, describe, expect, it } from 'vitest';
import { summarizeTab } from '@/entrypoints/background/tabs/summarize-tab';
import { version } from '@/tests/unit/background/api/ids';
import type { Connection } from '@/utils/account/account';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { ModelFact, VersionFact } from '@/utils/vault/membership';
import { type FakeTab, hideTabs, showTabs } from './fake-tabs';

afterEach(hideTabs);

const signedIn: Connection = { kind: 'signed-in', session: 's', membership: 'member', canWrite: true };
const feed: FakeTab = { id: 3, url: 'https://civitai.com/models', status: 'complete', active: true };

/** A vault with version 70 of model 7, and what it calls it. */
function vault(connection = signedIn) {
  const asOf = 1;
  const mirror = {
    byModels: async (ids: readonly ModelId[]): Promise<ModelFact[]> =>
      ids.map(modelId => ({ modelId, inVault: Number(modelId) === 7 ? [version(70)] : [], facts: [], asOf })),
    byVersions: async (ids: readonly VersionId[]): Promise<VersionFact[]> =>
      ids.map(versionId => ({ versionId, state: Number(versionId) === 70 ? 'in' : 'out', asOf })),
    itemNames: async (versionId: VersionId) =>
      Number(versionId) === 70 ? { modelName: 'Amber Drift', versionName: 'v1' } : {},
  };
  return { account: { connection: async () => connection }, mirror };
}

const quietPage = { session: 's', versions: 0, inVault: 0 };

describe('the summary of a tab', () => {
  it('counts each model of the page once', async () => {
    showTabs([{ ...feed, answer: { ...quietPage, models: [7, 8, null, 7, 9], unknownPlaces: 2 } }]);
    expect(await summarizeTab(vault())).toEqual({
      page: 'here',
      tabId: 3,
      session: 's',
      models: { all: 3, inVault: 1 },
      versions: { all: 0, inVault: 0 },
      unknownPlaces: 2,
    });
  });

  it("names the version on screen in the vault's words, or else in the page's, cut", async () => {
    const page = { ...quietPage, versions: 2, inVault: 1 };
    const onScreen = { versionId: 70, modelId: 7, modelName: 'Other', versionName: 'other', need: { leastKb: 1 } };
    const need = { leastKb: 1, mostKb: 2 };
    const added = { ...onScreen, versionId: 71, modelName: 'N'.repeat(400), need };
    showTabs([
      { ...feed, answer: { ...page, onScreen } },
      { ...feed, id: 4, active: false, answer: { ...page, onScreen: added } },
    ]);
    expect(await summarizeTab(vault(), 3)).toMatchObject({
      versions: { all: 2, inVault: 1 },
      onScreen: { versionId: 70, modelId: 7, modelName: 'Amber Drift', versionName: 'v1', fact: { state: 'in' } },
    });
    expect(await summarizeTab(vault(), 4)).toMatchObject({
      onScreen: { modelName: 'N'.repeat(300), versionName: 'other', need, fact: { state: 'out' } },
    });
  });

  it('believes no page about what is in the vault: not of another sign-in, and no nonsense', async () => {
    const answer = { session: 'old', versions: 9, inVault: 9, models: 'all', onScreen: { versionId: -1, modelId: 7 } };
    showTabs([{ ...feed, answer }]);
    const summary = await summarizeTab(vault());
    expect(summary).toMatchObject({ models: { all: 0, inVault: 0 }, versions: { all: 9, inVault: 0 } });
    expect(summary).not.toHaveProperty('onScreen');
  });

  it('has nothing in the vault while no account is signed in', async () => {
    showTabs([{ ...feed, answer: { versions: 0, inVault: 0, models: [7] } }]);
    const summary = await summarizeTab(vault({ kind: 'signed-out' }));
    expect(summary).toMatchObject({ page: 'here', models: { all: 1, inVault: 0 } });
    expect(summary).not.toHaveProperty('session');
  });

  it.each([
    ['waits for the page', { ...feed, answer: { ...quietPage, isWaiting: true } }, { page: 'waiting', tabId: 3 }],
    ['is still loading', { ...feed, status: 'loading' as const }, { page: 'loading', tabId: 3 }],
    ['has no Vaulted in it', feed, { page: 'silent', tabId: 3 }],
    ['shows another site', { id: 3, active: true, url: 'https://civitai.com.example/' }, { page: 'elsewhere' }],
    ['is withheld by the browser', { id: 3, active: true }, { page: 'elsewhere' }],
  ])('says that it %s', async (_, tab, expected) => {
    showTabs([tab]);
    expect(await summarizeTab(vault())).toEqual(expected);
  });

  it('is that of no page once the tab has gone', async () => {
    showTabs([feed]);
    expect(await summarizeTab(vault(), 9)).toEqual({ page: 'elsewhere' });
  });
});
