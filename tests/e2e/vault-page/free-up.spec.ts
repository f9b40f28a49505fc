import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { axeFindings } from '@/tests/e2e/support/browser/axe.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { BUTTON, openModel, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { dialogText, press, tickedVersions, untilDialog } from '@/tests/e2e/support/vault/vault-page.ts';
import { isPublic, rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const { singleVersion } = landmarks;
const [versionId] = singleVersion.versionIds;

describe('"Free up space"', () => {
  const stage = useStage({ member: 'full' });
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version');

  it('is where what can’t fit leads: it proposes what can be put back, removes it, and only then offers the addition', async () => {
    const page = await openModel(stage.browser, singleVersion);
    await untilButton(page, 'to say that it can’t fit', ({ name }) => name.startsWith('Add to vault: won’t fit'));
    await clickCentre(page, BUTTON);
    await clickCentre(page, { host: '[data-vaulted-ui="toast"]', inside: '.link' });
    const query = await until('the vault page to open', async () => {
      const url = (await stage.browser.openTabs()).find(each => each.includes('vault.html?free='));
      return url && new URL(url).search;
    });
    // What can't fit was held back.
    expect(toggles()).toEqual([]);
    expect(query).toContain(`add=${versionId}`);

    const vault = await stage.browser.openVaultPage(query);
    await untilDialog(vault, /Frees .* Free afterwards:/, 30_000);
    const proposed = await tickedVersions(vault);
    expect(proposed.length).toBeGreaterThan(0);
    expect(proposed.filter(id => !isPublic(stage, id))).toEqual([]);
    expect(await axeFindings(vault, { within: 'dialog' })).toEqual([]);
    await stage.browser.screenshot(vault, 'free-up-choice');
    await press(vault, `Remove ${proposed.length} version`);
    await untilDialog(vault, /Undo all/);
    expect(await dialogText(vault)).not.toMatch(/Add \S/);
    await press(vault, 'Remove now');
    await untilDialog(vault, /Done/, 30_000);
    expect(proposed.flatMap(id => rowsOf(stage, 'full', id))).toEqual([]);
    expect(toggles()).toHaveLength(proposed.length);
    await stage.browser.screenshot(vault, 'free-up-offer');
    await press(vault, 'Add ');
    await until('it to be in the vault', () => rowsOf(stage, 'full', versionId).length === 1, { timeoutMs: 20_000 });
  });
});
