import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { axeInBothSchemes } from '@/tests/e2e/support/browser/axe.ts';
import { signInThroughPopup, signOutThroughPopup, untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { browserName, everyCase, type Member, useStage } from '@/tests/e2e/support/stage.ts';
import { pressButton, searchFor } from '@/tests/e2e/support/vault/popup-parts.ts';
import { until } from '@/tests/e2e/support/wait.ts';

/** The name of the control that has the focus. Runs in the page. */
function focused(): string {
  const { activeElement: element } = document;
  return element && element !== document.body ? (element.getAttribute('aria-label') ?? element.textContent) : '';
}

/** The page, once it says it. */
const saying = (page: Page, pattern: RegExp): Promise<Page> => untilSays(page, pattern).then(() => page);

describe('the popup for every user', () => {
  const stage = useStage();

  /** A fresh popup of a user who has just signed in, once it says what it has to say. */
  const popupOf = async (member: Member, ready: RegExp) => {
    const popup = await signedOut();
    await signInThroughPopup(popup, keys[member]);
    return saying(popup, ready);
  };
  const signedOut = () => stage.browser.openPopup().then(popup => signOutThroughPopup(popup).then(() => popup));
  const inTab = async () => {
    const page = await signedOut();
    await stage.browser.engine.openExtensionPage(page, 'popup.html?tab');
    return saying(page, /Limit it to your vault/);
  };
  const offline = async () => {
    const popup = await popupOf('small', /34 stored|stored/);
    await stage.browser.setOffline(true);
    // While it refreshes by itself the button rests.
    const pressAndRead = () =>
      pressRefresh(popup).then(() => popup.evaluate(() => document.body.textContent?.includes('can’t be reached')));
    await until('the popup to say so', pressAndRead, { everyMs: 300 });
    return popup;
  };
  const pressRefresh = (popup: Page) =>
    popup.evaluate(() => document.querySelector<HTMLElement>('button[aria-label="Refresh"]')?.click());
  const failed = async () => {
    const popup = await popupOf('small', /3 failed/);
    for (const button of [/3 failed/, /Remove and add again…/]) await pressButton(popup, button);
    return saying(popup, /Remove it from your vault and add it again|Better not/);
  };
  const settings = async () => {
    const popup = await popupOf('small', /API key/);
    await popup.click('[data-opens="settings"]');
    return saying(popup, /Marks on.*It is stored in this browser/);
  };

  // What the greeting says of such a key, its notice says from the next opening on.
  const readOnly = async () => {
    await stage.browser.closePopup(await popupOf('smallReadOnly', /Connected\..*can’t add or remove anything/));
    return saying(await stage.browser.openPopup(), /key is read-only/);
  };
  const refused = () => signedOut().then(popup => signInThroughPopup(popup, 'f'.repeat(32)).then(() => popup));
  const searching = async () => {
    const popup = await popupOf('small', /Recently added/);
    await searchFor(popup, 'a');
    return popup;
  };

  const STATES: [string, () => Promise<Page>][] = [
    ['in a tab, with the steps', inTab],
    ['with what failed', failed],
    ['with the settings open', settings],
    ['while searching', searching],
    ['full', () => popupOf('full', /is full/)],
    ['offline', offline],
  ];
  /** Parts of those, or other words in the same places. */
  const ALIKE: [string, () => Promise<Page>][] = [
    ['signed out', signedOut],
    ['after a wrong key', refused],
    ['just connected', () => popupOf('small', /Connected\..*34 stored|Connected\..*stored/)],
    ['without a vault', () => popupOf('never', /no vault yet/)],
    ['over its limit', () => popupOf('overfull', /over its limit/)],
    ['lapsed', () => popupOf('lapsed', /membership has ended/)],
    ['with a tier but no subscription', () => popupOf('comped', /no vault yet/)],
    ['empty', () => popupOf('empty', /is empty/)],
    ['with a key that may only read', readOnly],
  ];

  afterEach(() => stage.browser.setOffline(false));

  it.each([...STATES, ...(everyCase ? ALIKE : [])])(
    '%s: axe finds nothing, dark or light, and nothing is wider than the window',
    async (_, open) => {
      const popup = await open();
      expect(await axeInBothSchemes(stage.browser, popup)).toEqual([]);
      for (const width of [320, 400, 640]) {
        await popup.setViewport({ width, height: 500 });
        const wide = await popup.evaluate(() => document.documentElement.scrollWidth);
        expect([width, wide <= width]).toEqual([width, true]);
      }
    },
  );

  it('is used by keyboard alone: every control is reached, in the order in which it stands', async () => {
    await stage.browser.closePopup(await popupOf('small', /Recently added/));
    const popup = await stage.browser.openPopup();
    await untilSays(popup, /Recently added.*API key/);
    await popup.bringToFront();
    const isInSearch = () => popup.evaluate(() => document.activeElement?.matches('[type=search]'));
    await until('the focus in the search, so that typing finds at once', isInSearch);
    await popup.evaluate(() => document.querySelector('main')?.focus());
    const reached: string[] = [];
    for (let presses = 0; presses < 40; presses += 1) {
      await popup.keyboard.press('Tab');
      const name = await popup.evaluate(focused);
      if (name === '') break;
      reached.push(name.replace(/[\u2068\u2069]/g, ''));
    }
    const stops = [
      'Refresh',
      'Removals and additions',
      'Settings',
      'Storage by type',
      '42 versions',
      '3 failed',
      'Search your vault',
      'Show the whole vault',
      'Pending',
      'Copy the link of',
      'AIR of',
      'Sign out',
    ];
    const places = stops.map(stop => reached.findIndex(name => name.includes(stop)));
    expect([reached, places]).toEqual([reached, places.toSorted((a, b) => a - b)]);
    expect([reached, places.includes(-1)]).toEqual([reached, false]);
  });

  if (browserName === 'chromium') {
    it('does not move for those who want nothing to move', async () => {
      const popup = await popupOf('small', /Recently added/);
      await popup.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      stage.sandbox.faults.add({ endpoint: 'vault/get', kind: 'delay', ms: 1_500 });
      await pressRefresh(popup);
      await until('the refresh', () =>
        popup.evaluate(() => Boolean(document.querySelector('[aria-label="Refresh"][aria-busy="true"]'))),
      );
      expect(await popup.evaluate(() => document.getAnimations().length)).toBe(0);
    });
  }
});
