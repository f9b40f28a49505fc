import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { axeFindings } from '@/tests/e2e/support/browser/axe.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { BUTTON, inDialog, openModel, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { browserName, everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { OPEN_REMOVALS, pressInPopup, untilGrace } from '@/tests/e2e/support/vault/open-removals.ts';
import { press, untilDialog, untilList } from '@/tests/e2e/support/vault/vault-page.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;
const [kept, , , killed] = wai.versionIds;

/** What hardly depends on the browser. */
const inOneBrowser = (name: string, test: () => Promise<void>) =>
  (everyCase || browserName === 'chromium') && it(name, test);

describe('a removal that was confirmed', () => {
  const stage = useStage({ member: 'small' });
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version').length;
  const confirm = async (versionId: number) => {
    const page = await openModel(stage.browser, wai, versionId);
    await clickCentre(page, BUTTON);
    await clickCentre(page, inDialog('remove'));
    await untilGrace(page);
    return page;
  };

  it('is taken back on the page, in the popup after its tab was closed, and by no request', async () => {
    const { browser } = stage;
    const page = await confirm(kept);
    await clickCentre(page, BUTTON);
    await untilButton(page, 'to be as before', ({ state }) => state === 'in');

    await (await confirm(kept)).close();
    await pressInPopup(browser, 'undo');
    await page.bringToFront();
    expect(toggles()).toBe(0);
    expect(rowsOf(stage, 'small', kept)).toHaveLength(1);
  });

  it('is not sent once its worker has ended, and that is said', async () => {
    const { browser } = stage;
    const page = await confirm(killed);
    await browser.killWorker();
    const popup = await browser.openPopup();
    await untilSays(popup, /wasn’t removed: the browser was closed/);
    await browser.screenshot(popup, 'unsent-popup');
    await clickCentre(popup, '.open-removal .button');
    await until('it to be read', async () => (await popup.$('.open-removal')) === null);
    await browser.closePopup(popup);
    await page.bringToFront();
    await untilButton(page, 'to be as before', ({ state }) => state === 'in');
    expect([toggles(), rowsOf(stage, 'small', killed).length]).toEqual([0, 1]);
  });

  /** Confirms the removal of two versions on the vault page. */
  const confirmTwo = async () => {
    const page = await stage.browser.openVaultPage();
    await untilList(page, 'to be there', ({ count }) => count > 30);
    for (const row of [2, 3]) await page.click(`.row:nth-of-type(${row}) .cell--select input`);
    await press(page, 'Remove…');
    await untilDialog(page, /Remove 2 versions/);
    await press(page, 'Remove 2 versions');
    await untilDialog(page, /Removing 2 versions in \d+\ss/);
    return page;
  };

  inOneBrowser('with others on the vault page has one grace, which can be taken back or ended', async () => {
    const page = await confirmTwo();
    await press(page, 'Undo all');
    await untilDialog(page, /Nothing was removed/);
    expect(toggles()).toBe(0);
    await press(page, 'Continue: 2 versions');
    await press(page, 'Remove now');
    await untilDialog(page, /2 versions removed/);
    expect(toggles()).toBe(2);
  });

  // Last: on a busy machine a grace is over before all of it is looked at.
  inOneBrowser('is shown without a flaw on the page, in the popup and on the vault page', async () => {
    const { browser } = stage;
    await browser.screenshot(await confirm(kept), 'grace-model-page');
    const popup = await browser.openPopup();
    await popup.waitForSelector(OPEN_REMOVALS);
    expect(await axeFindings(popup)).toEqual([]);
    for (const scheme of ['light', 'dark'] as const) {
      await browser.engine.setScheme(scheme, [popup]);
      await browser.screenshot(popup, `grace-popup-${scheme}`);
    }
    await browser.closePopup(popup);
    const page = await confirmTwo();
    expect(await axeFindings(page, { within: 'dialog' })).toEqual([]);
    await browser.screenshot(page, 'grace-vault-page');
  });
});
