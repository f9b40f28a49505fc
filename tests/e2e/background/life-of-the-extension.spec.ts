import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { clickCentre, settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { textOf } from '@/tests/e2e/support/browser/sign-in.ts';
import {
  BUTTON,
  buttonOf,
  modelPath,
  openModel,
  settledMarks,
  untilButton,
} from '@/tests/e2e/support/site/model-page.ts';
import { ownMarks, ui } from '@/tests/e2e/support/site/reading.ts';
import { everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { readFigures } from '@/tests/e2e/support/vault/popup-figures.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;

/** From now on, which dialogs and messages are shown, even for a moment. */
async function watchWindows(page: Page): Promise<() => Promise<string[]>> {
  const shown = await page.evaluateHandle(() => {
    const names: string[] = [];
    const isWindow = (node: Node) => /^VAULTED-(DIALOG|TOAST|MENU)$/.test(node.nodeName);
    const seen = (changes: MutationRecord[]) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
        if (isWindow(node)) names.push(node.nodeName);
    };
    new MutationObserver(seen).observe(document.body, { childList: true });
    return names;
  });
  return () => shown.jsonValue();
}

describe('in the middle of things', () => {
  const stage = useStage({ member: 'small' });

  describe('reloaded or updated while marks are on screen', () => {
    /** The new copy starts in open tabs, and its marks take the place of the old ones. */
    const whatIsLeft = 13;

    it('the old marks go, without a dead button; after the reload of the page there is one set that works', async () => {
      const { browser } = stage;
      const page = await openModel(browser, wai);
      const place = await settledCentre(page, BUTTON);
      await page.evaluate(() => {
        for (const host of document.querySelectorAll('[data-vaulted-kind="version"], [data-vaulted-kind="button"]'))
          host.classList.add('old');
      });
      const shown = await watchWindows(page);
      await browser.reloadExtension();
      await page.bringToFront();
      await page.mouse.move(place.x, place.y);
      await until('the old marks to go', () => page.evaluate(() => !document.querySelector('.old')));
      await until('what is left to stand', async () => (await ownMarks(page)).length === whatIsLeft);
      expect(await ui(page)).toEqual([]);
      expect(await shown()).toEqual([]);
      expect(browser.complaints(page)).toEqual({ consoleErrors: [], pageErrors: [] });
      expect(stage.sandbox.requests.of('vault/toggle-version')).toEqual([]);

      await page.reload({ waitUntil: 'load' });
      await settledMarks(page, 12);
      await buttonOf(page, wai.versionIds[0]);
      expect(await ownMarks(page)).toHaveLength(13);
      expect(browser.complaints(page)).toEqual({ consoleErrors: [], pageErrors: [] });
    });

    it('the popup counts what is on the page, and asks for no reload', async () => {
      const { browser } = stage;
      const page = await openModel(browser, wai);
      await browser.reloadExtension();
      const popup = await browser.openPopup(page);
      await until('the popup to count', async () => /12 versions here/.test(await textOf(popup)));
      expect((await readFigures(popup)).used.text).toBe('20.93 GB');
    });

    it('a second, new copy never stands beside the old marks', async () => {
      const { browser } = stage;
      const page = await openModel(browser, wai);
      await browser.reloadExtension();
      const other = await openModel(browser, wai);
      expect(await ownMarks(other)).toHaveLength(13);
      await page.bringToFront();
      await until('the old marks to go', async () => (await ownMarks(page)).length === whatIsLeft);
    });
  });

  describe('its background stopped by the browser', () => {
    it('while nothing happens: the next click starts it again and is carried out once', async () => {
      const versionId = wai.versionIds[1];
      const page = await openModel(stage.browser, wai, versionId);
      // What the page still has to ask may wake the next one.
      await until('the background to rest', async () => {
        await stage.browser.killWorker();
        return !(await stage.browser.engine.hasWorker());
      });
      await clickCentre(page, BUTTON);
      await untilButton(page, 'to say that it is in the vault', ({ state }) => state === 'pending');
      expect(stage.sandbox.requests.of('vault/toggle-version')).toHaveLength(1);
      expect(rowsOf(stage, 'small', versionId)).toHaveLength(1);
      expect(stage.browser.complaints(page)).toEqual({ consoleErrors: [], pageErrors: [] });
    });

    it('while a page waits for its states: they come all the same', async () => {
      const slow = stage.sandbox.faults.add({ endpoint: 'vault/check-vault', kind: 'delay', ms: 1_500, times: 1 });
      const page = await stage.browser.newPage(modelPath(landmarks.cjk.modelId));
      await until('the check to be under way', () => slow.hits() === 1);
      await stage.browser.killWorker();
      await settledMarks(page, 2);
      expect(stage.browser.complaints(page)).toEqual({ consoleErrors: [], pageErrors: [] });
    });

    it('while a new version is being added: it is not sent twice, and the page hears how it went', async () => {
      const versionId = wai.versionIds[2];
      const slow = stage.sandbox.faults.add({
        endpoint: 'vault/toggle-version',
        versionId,
        kind: 'delay',
        ms: 1_500,
        when: 'after-commit',
        times: 1,
      });
      const page = await openModel(stage.browser, wai, versionId);
      await clickCentre(page, BUTTON);
      await until('the request to be under way', () => slow.hits() === 1);
      await stage.browser.killWorker();
      const said = await untilButton(page, 'to say what is going on', ({ state }) =>
        ['busy', 'pending'].includes(state),
      );
      expect(said.name).toMatch(/v14\.0/);
      if (everyCase)
        await untilButton(page, 'to find out that it is in the vault', ({ state }) => state === 'pending', {
          timeoutMs: 110_000,
        });
      await untilQuiet('the number of toggles', () => stage.sandbox.requests.of('vault/toggle-version').length);
      expect(stage.sandbox.requests.of('vault/toggle-version')).toHaveLength(1);
      expect(rowsOf(stage, 'small', versionId)).toHaveLength(1);
    }, 150_000);
  });
});
