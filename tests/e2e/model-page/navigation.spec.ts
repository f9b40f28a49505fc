import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { expectClean } from '@/tests/e2e/support/browser/clean.ts';
import { travel } from '@/tests/e2e/support/browser/history.ts';
import { clickCentre, settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { BUTTON, buttonOf, clickVersion, modelPath, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { button, ownMarks, ui } from '@/tests/e2e/support/site/reading.ts';
import { clickCard, documentId } from '@/tests/e2e/support/site/site.ts';
import { watchTruth, wrongs } from '@/tests/e2e/support/site/truth.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';

const { wai, emoji, archived } = landmarks;

/** The models of this file: in every frame, each mark and the button may only name versions that are really there. */
const truth = { 'WAI-illustrious-SDXL': wai.versionIds };

describe('the button names the version on screen', () => {
  const stage = useStage({ member: 'small' });
  let page: Page;
  beforeEach(async () => {
    page = await stage.browser.newPage();
    await watchTruth(page, truth);
  });
  const open = (path: string) => page.goto(`https://civitai.com${path}`, { waitUntil: 'load' });
  const nothingWasWrong = async () => expect(await wrongs(page)).toEqual([]);

  it('and the watcher of these tests sees a button that names another', async () => {
    await open(modelPath(wai.modelId));
    await buttonOf(page, wai.versionIds[0]);
    // A page that has just been opened may draw the right one again before the next frame.
    await until('the watcher to notice', async () => {
      await page.evaluate(id => {
        const host = document.querySelector<HTMLElement>('[data-vaulted-kind="button"]');
        if (host) host.dataset.vaultedVersion = String(id);
      }, wai.versionIds[1]);
      return (await wrongs(page)).length > 0;
    });
  });

  it('after a direct load, without and with a version in the address', async () => {
    await open(modelPath(wai.modelId));
    expect((await buttonOf(page, wai.versionIds[0])).name).toContain('v16.0');
    await open(modelPath(wai.modelId, wai.versionIds[6]));
    expect((await buttonOf(page, wai.versionIds[6])).name).toContain('v10.0');
    await nothingWasWrong();
  });

  it('while versions are switched, also faster than a request takes', async () => {
    await open(modelPath(wai.modelId));
    await buttonOf(page, wai.versionIds[0]);
    for (const index of [1, 4, 3, 11, 0, 8]) await clickVersion(page, index);
    await buttonOf(page, wai.versionIds[8]);
    for (const index of [2, 5, 6, 7, 9, 10]) {
      await clickVersion(page, index);
      await buttonOf(page, wai.versionIds[index] ?? 0);
    }
    await nothingWasWrong();
    await expectClean(stage.browser, page);
  });

  it('and acts on the version that it names, when it is clicked right after a switch', async () => {
    await open(modelPath(wai.modelId));
    await buttonOf(page, wai.versionIds[0]);
    const place = await settledCentre(page, BUTTON);
    // Version 0 is in the vault, version 9 is not: one click asks about the one, or adds the other.
    await clickVersion(page, 9);
    await page.mouse.click(place.x, place.y);
    await untilButton(page, 'of the clicked version', ({ versionId }) => versionId === wai.versionIds[9]);
    const toggles = () => stage.sandbox.requests.of('vault/toggle-version');
    const isAsked = async () => (await ui(page)).some(({ kind }) => kind === 'menu');
    const isDone = async () => toggles().length > 0 || (await isAsked());
    await until('something to come of it', isDone);
    // A slow page was still moving the button: such a press changes nothing, and is made again.
    for (let tries = 0; tries < 3 && toggles().length === 0; tries += 1) {
      await until('the menu to be gone', async () => {
        await page.keyboard.press('Escape');
        return !(await isAsked());
      });
      await clickCentre(page, BUTTON);
      await until('something to come of it', isDone);
    }
    await untilQuiet('the number of toggles', () => toggles().length);
    const toggled = toggles().flatMap(({ versionIds }) => versionIds);
    expect(toggled).toEqual([wai.versionIds[9]]);
    expect(await ui(page)).not.toContainEqual(expect.objectContaining({ kind: 'dialog' }));
    await nothingWasWrong();
  });

  it('after coming from the index, back to it and forward again', async () => {
    await open('/models');
    const before = await documentId(page);
    await clickCard(page, wai.modelId);
    await buttonOf(page, wai.versionIds[0]);
    await clickVersion(page, 2);
    await buttonOf(page, wai.versionIds[2]);

    await travel(page, -1, ({ pathname }) => pathname === '/models');
    await until('its own marks to be gone from the index', async () => (await ownMarks(page)).length === 0);
    await travel(page, 1, ({ pathname }) => pathname.startsWith(`/models/${wai.modelId}`));
    await buttonOf(page, wai.versionIds[2]);
    expect(await documentId(page)).toBe(before);
    await nothingWasWrong();
  });

  it('after going from one model to another and back', async () => {
    await open('/models');
    await clickCard(page, emoji.modelId);
    await buttonOf(page, emoji.versionIds[0]);
    await travel(page, -1, ({ pathname }) => pathname === '/models');
    await clickCard(page, wai.modelId);
    await buttonOf(page, wai.versionIds[0]);
    await travel(page, -1, ({ pathname }) => pathname === '/models');
    await clickCard(page, archived.modelId);
    expect((await buttonOf(page, archived.versionIds[0])).modelId).toBe(archived.modelId);
    await nothingWasWrong();
    await expectClean(stage.browser, page);
  });

  it('while a picture is opened over the page, swiped and closed', async () => {
    await open(modelPath(wai.modelId));
    await buttonOf(page, wai.versionIds[0]);
    await clickVersion(page, 1);
    await buttonOf(page, wai.versionIds[1]);
    await clickCentre(page, 'a[href^="/images/"]');
    await until('the picture to be open', () => page.evaluate(() => location.pathname.startsWith('/images/')));
    await settledCentre(page, '[role="dialog"]');
    expect((await button(page))?.versionId).toBe(wai.versionIds[1]);
    const first = await page.evaluate(() => location.pathname);
    await clickCentre(page, 'button[aria-label="Next image"]');
    await until('the next picture', () => page.evaluate(old => location.pathname !== old, first));
    expect((await button(page))?.versionId).toBe(wai.versionIds[1]);
    await clickCentre(page, 'button[aria-label="Close picture"]');
    await until('the picture to be closed', () => page.evaluate(() => !document.querySelector('[role="dialog"]')));
    await buttonOf(page, wai.versionIds[1]);
    await nothingWasWrong();
  });
});
