import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type IconName, pageSign, plainSign, toolbarIcon } from '@/entrypoints/background/toolbar/page-sign';
import { version } from '@/tests/unit/background/api/ids';
import { plain } from '@/tests/unit/support/plain';
import { isModelId } from '@/utils/civitai/ids';
import type { PageCount, TabSummary } from '@/utils/messages/tab-summary';
import type { VaultState } from '@/utils/vault/membership';

/** A page with so many models and versions, of which so many are in the vault, and the version on screen in this state. */
function pageWith(
  models: [number, number],
  versions: [number, number] = [0, 0],
  state?: VaultState,
  versionName = 'v14.0',
): TabSummary {
  const count = ([inVault, all]: [number, number]): PageCount => ({ all, inVault });
  const [modelId] = [7].filter(isModelId);
  const fact = state && { versionId: version(70), state, asOf: 1 };
  return {
    ...{ page: 'here', tabId: 1, session: 's', unknownPlaces: 0, models: count(models), versions: count(versions) },
    ...(fact && modelId && { onScreen: { versionId: fact.versionId, modelId, versionName, fact } }),
  };
}
const said = (summary: TabSummary) => {
  const sign = pageSign(summary);
  return sign && [sign.icon, sign.text, plain(sign.title).replace('Vaulted: ', '')];
};

describe('the icon of a page', () => {
  it.each<[TabSummary, IconName, string, string]>([
    [pageWith([8, 12]), 'some', '8', '8 of 12 models here are in your vault'],
    [pageWith([12, 12]), 'in', '12', '12 of 12 models here are in your vault'],
    [pageWith([1, 1]), 'in', '1', '1 of 1 model here is in your vault'],
    [pageWith([0, 12]), 'none', '', '12 models here, none in your vault'],
    [pageWith([0, 1]), 'none', '', '1 model here, not in your vault'],
    [pageWith([2_000, 2_001]), 'some', '999', '2,000 of 2,001 models here are in your vault'],
  ])('counts the models of a list', (summary, ...sign) => {
    expect(said(summary)).toEqual(sign);
  });

  it.each<[TabSummary, IconName, string, string]>([
    [pageWith([3, 9], [1, 12], 'in'), 'in', '', 'v14.0 is in your vault'],
    [pageWith([0, 9], [3, 12], 'pending'), 'in', '3', 'v14.0 is in your vault, and 3 versions of this model in all'],
    [pageWith([0, 9], [3, 12], 'failed'), 'attention', '!', 'v14.0 is in your vault, but Civitai couldn’t store it'],
    [
      pageWith([0, 9], [2, 12], 'out'),
      'some',
      '2',
      'v14.0 isn’t in your vault, but 2 other versions of this model are',
    ],
    [
      pageWith([0, 9], [1, 2], 'out', ''),
      'some',
      '1',
      'Version 70 isn’t in your vault, but 1 other version of this model is',
    ],
    [pageWith([9, 9], [0, 12], 'out'), 'none', '', 'no version of this model is in your vault'],
    [pageWith([9, 9], [2, 12]), 'some', '2', 'Vaulted'],
  ])('is about the version on screen of a model page', (summary, ...sign) => {
    expect(said(summary)).toEqual(sign);
  });

  it('says no more than on other pages where there is nothing, or no account', () => {
    expect(pageSign(pageWith([0, 0]))).toBeUndefined();
    expect(pageSign({ page: 'silent', tabId: 1 })).toBeUndefined();
    const { session: _, ...signedOut } = { session: '', ...pageWith([0, 5]) };
    expect(pageSign(signedOut)).toBeUndefined();
    expect([plainSign(true).icon, plainSign(false).icon]).toEqual(['plain', 'off']);
    expect(plainSign(false).title).toBe('Vaulted: not connected to a vault');
  });

  it.each(['plain', 'in', 'some', 'none', 'off', 'attention'] as const)('has pictures for %s', name => {
    const files = Object.values(toolbarIcon(name));
    expect(files.filter(file => !existsSync(`public${file}`))).toEqual([]);
    expect(files).toHaveLength(4);
  });
});
