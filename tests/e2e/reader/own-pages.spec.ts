import { describe, expect, it } from 'vitest';
import { POPUP_STATES } from '@/tests/e2e/support/popup/popup-states.ts';
import { eachState } from '@/tests/e2e/support/popup/show-state.ts';
import { OF_POPUP, OF_VAULT_PAGE } from '@/tests/e2e/support/reader/own-page-texts.ts';
import { reads, type Text } from '@/tests/e2e/support/reader/reads.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { openSettings, pressButton } from '@/tests/e2e/support/vault/popup-parts.ts';

/** States of the popup that are shown as they are: the part that is read, and what it says. */
const SHOWN = new Map<string, [string, Text]>([
  ['over the limit, with the details', ['.notices', OF_POPUP.overLimit]],
  ['with several keys pasted', ['form', OF_POPUP.severalKeys]],
  ['after a wrong key', ['form', OF_POPUP.wrongKey]],
]);

describe('a reader’s text for the popup and the vault page', () => {
  const stage = useStage({ member: 'overfull' });

  it('of a vault over its limit, and of keys of which one has to be chosen', async () => {
    const page = await stage.browser.newPage();
    const open = (path: string) => stage.browser.engine.openExtensionPage(page, path);
    const states = POPUP_STATES.filter(({ name }) => SHOWN.has(name));
    expect(states).toHaveLength(SHOWN.size);
    await eachState(page, states, open, async ({ name }) => {
      const [part, text] = SHOWN.get(name) ?? ['', []];
      await reads(page, part, text);
    });
    const vault = await stage.browser.openVaultPage();
    await reads(vault, '.notices:has(.notice)', OF_VAULT_PAGE.overLimit);
  });

  it('of the settings, and of a report', async () => {
    const popup = await stage.browser.openPopup();
    await openSettings(popup);
    await reads(popup, '.panel', OF_POPUP.settings);
    await pressButton(popup, /^Make a report/);
    await popup.waitForSelector('.report');
    await reads(popup, '[aria-labelledby="report"]', OF_POPUP.report);
  });
});
