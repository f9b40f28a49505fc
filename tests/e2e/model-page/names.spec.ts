import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import {
  BUTTON,
  clickVersion,
  modelPath,
  settledMarks,
  untilButton,
  versionList,
} from '@/tests/e2e/support/site/model-page.ts';
import { listMarks, type Mark } from '@/tests/e2e/support/site/reading.ts';
import { clickCard } from '@/tests/e2e/support/site/site.ts';
import { watchTruth, wrongs } from '@/tests/e2e/support/site/truth.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { expectedState } from '@/tests/e2e/support/vault/vault-truth.ts';
import { untilQuiet, untilValue } from '@/tests/e2e/support/wait.ts';

const { hiddenTwin, hiddenBetweenTwins, sameNames } = landmarks;

/** Versions with twin names; of the first two, one that the API does not list. One of each is in the vault of `small`. */
const models = [
  { name: 'Hidden Twin', ...hiddenTwin },
  { name: 'Hidden Between Twins', ...hiddenBetweenTwins },
  { name: 'All Named Alike', ...sameNames },
];

const truth = Object.fromEntries(models.map(({ name, versionIds }) => [name, versionIds]));

describe('no mark is ever wrong', () => {
  const stage = useStage({ member: 'small' });
  let page: Page;
  beforeEach(async () => {
    page = await stage.browser.newPage();
    await watchTruth(page, truth);
  });

  describe.each(models)('of $name', ({ modelId, versionIds }) => {
    /** A mark is right if it is the version's own, or says that it does not know. */
    const isHonest = (mark: Mark, index: number) => {
      const versionId = versionIds[index] ?? 0;
      if (mark.versionId === undefined) return mark.state === 'unknown';
      return mark.versionId === versionId && ['unknown', expectedState(stage, 'small', versionId)].includes(mark.state);
    };

    const selectEach = async () => {
      for (const [index, versionId] of versionIds.entries()) {
        await clickVersion(page, index);
        const mark = await untilButton(
          page,
          `to know version ${index}`,
          found => found.versionId === versionId && found.state !== 'unknown',
        );
        expect(mark.state).toBe(expectedState(stage, 'small', versionId));
        expect((await listMarks(page)).filter((found, at) => !isHonest(found, at))).toEqual([]);
      }
    };

    /** Nothing can be done to a version that could be another. */
    const expectNoAction = async () => {
      const { active } = await versionList(page);
      const mark = await untilButton(page, 'to be there', () => true);
      if (mark.versionId === undefined) {
        expect([mark.state, mark.isDisabled]).toEqual(['unknown', true]);
        await clickCentre(page, BUTTON);
        await untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
      } else {
        expect(mark.versionId).toBe(versionIds[active]);
      }
      expect(stage.sandbox.requests.of('vault/toggle-version')).toEqual([]);
    };

    it('on a direct load, where the page itself says which is which', async () => {
      await page.goto(`https://civitai.com${modelPath(modelId)}`, { waitUntil: 'load' });
      const found = await settledMarks(page, versionIds.length);
      expect(found.map(mark => mark.versionId)).toEqual([...versionIds]);
      expect(found.map(mark => mark.state)).toEqual(versionIds.map(id => expectedState(stage, 'small', id)));
      await selectEach();
      expect(await wrongs(page)).toEqual([]);
    });

    it('after a client navigation, where it does not know, and does nothing, before a version is selected', async () => {
      await page.goto('https://civitai.com/models', { waitUntil: 'load' });
      await clickCard(page, modelId);
      const found = await untilValue(
        'a mark on every version',
        () => listMarks(page),
        seen => seen.length === versionIds.length,
      );
      await untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
      const settled = await listMarks(page);
      expect([...found, ...settled].filter((mark, index) => !isHonest(mark, index % versionIds.length))).toEqual([]);
      await expectNoAction();
      await selectEach();
      expect(await wrongs(page)).toEqual([]);
    });
  });
});
