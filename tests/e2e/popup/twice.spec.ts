import { describe, expect, it } from 'vitest';
import { textOf, untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { readFigures } from '@/tests/e2e/support/vault/popup-figures.ts';
import { pressButton } from '@/tests/e2e/support/vault/popup-parts.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilValue } from '@/tests/e2e/support/wait.ts';

const inLongRun = (name: string, test: () => Promise<void>) => everyCase && it(name, test);

describe('a version that is in the vault twice', () => {
  const stage = useStage({ member: 'small' });
  const account = () => stage.sandbox.accounts.get('small').id;
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version').map(({ toggled }) => toggled);
  let versionId = 0;
  setUp(async () => {
    const { vault, catalogue } = stage.sandbox;
    const offered = new Set(catalogue.ordinaryVersions().map(version => version.id));
    const stored = vault.items(account()).find(row => row.status === 'Stored' && offered.has(row.modelVersionId));
    versionId = stored?.modelVersionId ?? 0;
    vault.add(account(), versionId);
  });

  it('is said in the popup after a refresh and on the vault page, with what it costs', async () => {
    const popup = await stage.browser.openPopup();
    await readFigures(popup);
    // The first list may have been on its way when the second row came: a press beside it shares its answer.
    await until('a list with both rows', async () => {
      await popup.click('[aria-label="Refresh"]');
      return /Show them/.test(await textOf(popup));
    });
    await pressButton(popup, /^Show them/);
    expect(await untilSays(popup, /Twice in your vault/)).toMatch(/Twice in your vault: .* instead of .*\. Keep one…/);
    await stage.browser.closePopup(popup);
    const page = await stage.browser.openVaultPage();
    await untilSays(page, /Twice in your vault: .* instead of/);
    await page.close();
  });

  // It waits out the site's lag; that a popup may close meanwhile failed.spec.ts shows as well.
  inLongRun('is removed as a whole and added once, after a question, also with the popup closed', async () => {
    const popup = await stage.browser.openPopup();
    await pressButton(popup, /^Show them/);
    await untilSays(popup, /Keep one…/);
    await pressButton(popup, /^Keep one…/);
    await untilSays(popup, /Civitai still offers it, and it fits/);
    await pressButton(popup, /Leave it as it is/);
    expect(toggles()).toEqual([]);
    await pressButton(popup, /^Keep one…/);
    await untilSays(popup, /Civitai still offers it/);
    await pressButton(popup, /^Keep one$/);
    await untilValue(
      'every row to be gone',
      () => rowsOf(stage, 'small', versionId).length,
      count => count === 0,
    );
    await stage.browser.closePopup(popup);
    await untilValue(
      'one row to be there',
      () => rowsOf(stage, 'small', versionId).length,
      count => count === 1,
      { timeoutMs: 40_000 },
    );
    expect(toggles()).toEqual(['remove', 'add']);
    const again = await stage.browser.openPopup();
    await readFigures(again);
    expect(await textOf(again)).not.toMatch(/Twice in your vault/);
  });
});
