import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { buildForMouse } from '@/tests/e2e/support/browser/build.ts';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { openBrowser, type TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { browserName } from '@/tests/e2e/support/stage.ts';
import { openSettings, pressChoice } from '@/tests/e2e/support/vault/popup-parts.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { untilValue } from '@/tests/e2e/support/wait.ts';

/** Whether each mark of the cards on screen paints its chip, with its state and whether its card is under the pointer. */
const seen = async (page: Page) => {
  await openRoots(page);
  return page.evaluate(() => {
    const onScreen = (mark: Element) => {
      const { top, bottom } = mark.getBoundingClientRect();
      return top > 110 && bottom < innerHeight - 60;
    };
    const looks = (mark: Element): string => {
      const [button, icon] = ['.button', '[part="icon"]'].map(found => mark.shadowRoot?.querySelector(found));
      if (!button || !icon) return 'nothing there';
      const { backgroundColor, boxShadow } = getComputedStyle(button);
      const parts = [backgroundColor !== 'rgba(0, 0, 0, 0)', boxShadow !== 'none', icon.getClientRects().length > 0];
      if (parts.every(Boolean)) return 'shown';
      return parts.some(Boolean) ? 'half shown' : 'hidden';
    };
    const all = [...document.querySelectorAll<HTMLElement>('[data-vaulted-kind="card"]')];
    return all.filter(onScreen).map(mark => ({
      state: mark.dataset.vaulted ?? '',
      looks: looks(mark),
      isUnderPointer: mark.parentElement?.matches(':hover') ?? false,
    }));
  });
};

describe('on a machine with a mouse', () => {
  let sandbox: Awaited<ReturnType<typeof startSandbox>> | undefined;
  let browser: TestBrowser | undefined;
  let build: Awaited<ReturnType<typeof buildForMouse>> | undefined;
  const stage = () => {
    if (!sandbox || !browser) throw new Error('Both are there from beforeAll on');
    return { sandbox, browser };
  };
  setUp(
    async () => {
      sandbox = await startSandbox();
      build = await buildForMouse(browserName);
      browser = await openBrowser({ browser: browserName, sandbox, extensionDir: build.folder });
      await browser.setLogin(sandbox.accounts.get('small'));
      await browser.signIn(keys.small);
    },
    async () => {
      await browser?.close();
      await build?.remove();
      await sandbox?.close();
    },
  );

  it('what I have is seen, what I don’t have only where the pointer or the keyboard is, or always if I choose so', async () => {
    const page = await goodPage(stage().browser, '/models');
    await page.mouse.move(5, 5);
    await allMarked(page, () => vaultTruth(stage(), 'small'), 8);
    const still = await seen(page);
    const isShown = ({ state }: { state: string }) => state !== 'out';
    expect(still.some(isShown)).toBe(true);
    expect(still.every(isShown)).toBe(false);
    for (const mark of still) expect(mark.looks).toBe(isShown(mark) ? 'shown' : 'hidden');

    const out = await page.$('span[data-vaulted-kind][data-vaulted="out"]');
    const card = await page.evaluateHandle(mark => mark?.parentElement ?? document.body, out);
    await card.hover();
    const hovered = await untilValue(
      'the mark under the pointer',
      () => seen(page),
      marks => marks.some(mark => mark.isUnderPointer && mark.looks === 'shown'),
    );
    for (const mark of hovered) expect(mark.looks).toBe(isShown(mark) || mark.isUnderPointer ? 'shown' : 'hidden');

    await page.mouse.move(5, 5);
    await page.evaluate(mark => mark?.shadowRoot?.querySelector<HTMLElement>('.button')?.focus(), out);
    await untilValue(
      'the mark with the focus',
      () => out?.evaluate(mark => mark.shadowRoot?.querySelector('[part="icon"]')?.getClientRects().length),
      boxes => boxes === 1,
    );

    const popup = await stage().browser.openPopup(page);
    await openSettings(popup);
    await pressChoice(popup, 'Always show the Add button');
    await page.bringToFront();
    await untilValue(
      'every mark',
      () => seen(page),
      marks => marks.length > 0 && marks.every(({ looks }) => looks === 'shown'),
    );
  });
});
