import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { BUTTON, openModel, settledMarks, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { button, marks, ownMarks } from '@/tests/e2e/support/site/reading.ts';
import { clickCard } from '@/tests/e2e/support/site/site.ts';
import { everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { expectedState, rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';

const { wai, sameNames } = landmarks;

/** Nothing of these is an id; the API would fail whole requests over some of them (site-facts.md F.3). */
const badIds = [
  '0',
  '-1',
  '1e3',
  '0x10',
  '99999999999',
  '2147483648',
  '1,abc',
  '1.5',
  '',
  ' 7',
  '٣',
  'abc',
  'NaN',
  '1%2C2',
];

describe('bad input', () => {
  const stage = useStage({ member: 'small' });

  describe('ids', () => {
    const api = () => stage.sandbox.requests.all().filter(({ authorization }) => authorization !== undefined);
    const quiet = () => untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
    const idsAreGood = () => {
      for (const { path, search } of api()) {
        const listed = new URLSearchParams(search).get('modelVersionIds')?.split(',') ?? [];
        const inPath = /\/(?:models|model-versions(?:\/mini)?)\/([^/]*)$/.exec(path)?.[1];
        for (const id of [...listed, ...(inPath === undefined ? [] : [inPath])]) {
          expect(id).toMatch(/^[1-9]\d{0,9}$/);
          expect(Number(id)).toBeLessThanOrEqual(2_147_483_647);
        }
      }
    };

    it('in links never reach the API, and a good one beside them is marked', async () => {
      const page = await openModel(stage.browser, wai);
      await page.evaluate(ids => {
        const box = document.createElement('div');
        for (const id of ids) {
          for (const href of [
            `/models/1?modelVersionId=${id}`,
            `/models/${id}?modelVersionId=${id}`,
            `/api/download/models/${id}`,
            `/model-versions/${id}`,
            `https://civitai.red/models/5/x?modelVersionId=${id}`,
          ]) {
            const link = document.createElement('a');
            link.setAttribute('href', href);
            link.textContent = 'link';
            box.append(link);
          }
        }
        const good = document.createElement('a');
        good.href = '/models/1/good?modelVersionId=777777';
        const elsewhere = document.createElement('a');
        elsewhere.href = 'https://example.com/models/1?modelVersionId=888888';
        box.append(good, elsewhere);
        document.body.append(box);
        // What is out of sight is not asked about.
        good.scrollIntoView();
      }, badIds);
      await page.waitForSelector('a[href*="777777"][data-vaulted]');
      await quiet();
      idsAreGood();
      expect(stage.sandbox.requests.about(888_888)).toEqual([]);
      expect(stage.browser.complaints(page)).toEqual({ consoleErrors: [], pageErrors: [] });
    });

    it.each(['0', '1%2C2', '٣'])('in the address (%j) leave the version that is on screen', async id => {
      const page = await stage.browser.newPage(`/models/${wai.modelId}?modelVersionId=${encodeURIComponent(id)}`);
      await settledMarks(page, 12);
      const found = await untilButton(page, 'to be there', ({ versionId }) => versionId !== undefined);
      expect(found.versionId).toBe(wai.versionIds[0]);
      expect(found.state).toBe(expectedState(stage, 'small', wai.versionIds[0]));
      idsAreGood();
    });

    it('in the path give no marks and no request', async () => {
      const pages: Page[] = [];
      for (const id of ['99999999999', '0', '-1', '1e3', 'abc'])
        pages.push(await stage.browser.newPage(`/models/${id}`));
      await quiet();
      for (const page of pages) expect(await marks(page)).toEqual([]);
      expect(api()).toEqual([]);
    });
  });

  describe('answers', () => {
    it('a page of HTML instead of the answer to an add: it is looked up, never sent again blindly', async () => {
      const versionId = wai.versionIds[5];
      stage.sandbox.faults.add({
        endpoint: 'vault/toggle-version',
        versionId,
        kind: 'status',
        status: 200,
        html: '<h1>Just a moment…</h1>',
        when: 'after-commit',
        times: 1,
      });
      const page = await openModel(stage.browser, wai, versionId);
      await clickCentre(page, BUTTON);
      await until('the button to show that it is finding out, or what it found', async () => {
        const found = await button(page);
        return found !== undefined && ['busy', 'pending'].includes(found.state);
      });
      if (everyCase)
        await untilButton(page, 'to find out that it is in the vault', ({ state }) => state === 'pending', {
          timeoutMs: 110_000,
        });
      await untilQuiet('the number of toggles', () => stage.sandbox.requests.of('vault/toggle-version').length);
      expect(stage.sandbox.requests.of('vault/toggle-version')).toHaveLength(1);
      expect(rowsOf(stage, 'small', versionId)).toHaveLength(1);
    }, 150_000);

    it('the model look-up fails after a client navigation: no mark that could be wrong, no console error, and the reason', async () => {
      const placed = stage.sandbox.faults.add({
        endpoint: 'models/{id}',
        modelId: sameNames.modelId,
        kind: 'malformed',
      });
      const page = await stage.browser.newPage('/models');
      await clickCard(page, sameNames.modelId);
      await until('the look-up', () => stage.sandbox.requests.of('models/{id}').length > 0);
      await untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
      const known = (await ownMarks(page)).filter(({ versionId }) => versionId !== undefined);
      expect(known.filter(({ versionId }) => versionId !== sameNames.versionIds[0])).toEqual([]);
      expect(stage.browser.complaints(page)).toEqual({ consoleErrors: [], pageErrors: [] });
      await untilButton(page, 'to say why it doesn’t know', ({ name }) => /couldn’t look up this model/.test(name));
      placed.remove();
      await clickCentre(page, BUTTON);
      await untilButton(page, 'to speak of a version again', ({ name }) => !/versions/.test(name));
    });
  });
});
