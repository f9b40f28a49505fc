import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { WorldVersion } from '@/sandbox/records.ts';
import { putInLongAgo } from '@/tests/e2e/faults/places.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { BUTTON, openModel, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { agreeOnOwnGround, readQuestion } from '@/tests/e2e/support/vault/own-ground.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { actFor, expectReason, ordinaryModel } from './refusals.ts';

const { singleVersion, namesake, earlyAccess, permanentGate, generationOnly } = landmarks;
/** What the API answers as documented depends on no browser: `npm test` leaves it to the tests of the engine and of the contract. */
const flavours = (['real', 'documented'] as const).filter(flavour => flavour === 'real' || everyCase);

describe.each(flavours)('with %s errors', flavour => {
  const stage = useStage({ member: 'small' });
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version').length;
  beforeEach(() => {
    stage.sandbox.settings.flavour = flavour;
  });

  describe('an addition', () => {
    it('to a full vault says how much space is needed and how much is free', async () => {
      await actFor(stage, 'full', keys.full);
      const page = await openModel(stage.browser, singleVersion);
      await clickCentre(page, BUTTON);
      await expectReason(
        page,
        /doesn’t have enough free storage.*wasn’t added.*It needs 217\.9 MB.*10 KB is free.*Remove something/,
      );
      expect(toggles()).toBe(0);
      expect(rowsOf(stage, 'full', singleVersion.versionIds[0])).toHaveLength(0);
    });

    it('without a membership says that it has ended', async () => {
      await actFor(stage, 'lapsed', keys.lapsed);
      const page = await openModel(stage.browser, namesake);
      await clickCentre(page, BUTTON);
      // As documented, the API answers as if there had never been a vault.
      if (flavour === 'real')
        await expectReason(page, /membership has ended.*still listed.*nothing can be added.*Renew/);
      else await expectReason(page, /no vault.*comes with a paid Civitai membership.*Become a member/);
      expect(toggles()).toBeLessThan(2);
      expect(rowsOf(stage, 'lapsed', namesake.versionIds[0])).toHaveLength(0);
    });

    it('with a key that may only read sends nothing, and says which key is needed', async () => {
      await actFor(stage, 'small', keys.smallReadOnly);
      const page = await openModel(stage.browser, singleVersion);
      await clickCentre(page, BUTTON);
      await expectReason(page, /key is read-only.*Create a key with Vault.→.Write ticked/);
      expect(toggles()).toBe(0);
    });

    describe('of a version that can’t be added', () => {
      setUp(() => actFor(stage, 'second', keys.second));

      it('because of early access says so, and sends nothing', async () => {
        const page = await openModel(stage.browser, earlyAccess, earlyAccess.gatedVersionId);
        await clickCentre(page, BUTTON);
        await expectReason(page, /is in early access.*can’t be added until you have.*when early access ends/, 'out');
        expect(toggles()).toBe(0);
      });

      it('because it is for the generator only says so, and sends nothing', async () => {
        const page = await openModel(stage.browser, generationOnly, generationOnly.generationVersionId);
        await clickCentre(page, BUTTON);
        await expectReason(page, /can only be used on Civitai itself.*can’t be downloaded.*Another version/, 'out');
        expect(toggles()).toBe(0);
      });

      // The page was opened before it came to that.
      it.each([
        {
          what: 'for the generator only',
          change: (version: WorldVersion) => void Object.assign(version, { usageControl: 'Generation' }),
          words: /can only be used on Civitai itself.*can’t be downloaded.*Another version/,
        },
        {
          what: 'unpublished',
          change: (version: WorldVersion) => void Object.assign(version, { status: 'Unpublished' }),
          words: /isn’t published right now.*can’t be added.*when its creator has published it/,
        },
        {
          what: 'deleted',
          change: (version: WorldVersion) => stage.sandbox.catalogue.deleteVersion(version.id),
          words: /no longer has this version.*can’t be added.*Another version/,
        },
        {
          what: 'without files',
          change: (version: WorldVersion) => void Object.assign(version, { files: [] }),
          words: /has no files.*nothing to add yet.*uploaded a file/,
        },
      ])('because it is $what by now says so', async ({ change, words }) => {
        const { version, ...model } = ordinaryModel(stage, 0);
        const page = await openModel(stage.browser, model);
        change(version);
        await clickCentre(page, BUTTON);
        await expectReason(page, words);
        expect(toggles()).toBe(1);
        expect(rowsOf(stage, 'second', version.id)).toHaveLength(0);
      });
    });
  });

  describe('a removal', () => {
    setUp(() => actFor(stage, 'small', keys.small));

    /** The real API refuses and says no more; as documented, it removes whatever is in the vault. */
    async function removeOrExplain(page: Page, versionId: number, words: RegExp): Promise<void> {
      // Until the vault has been asked it says what was known before: not in vault.
      await page.waitForSelector(`${BUTTON}[data-vaulted="pending"]`);
      await clickCentre(page, BUTTON);
      const question = await agreeOnOwnGround(stage.browser);
      if (flavour === 'real') {
        await until('the reason', async () => words.test((await readQuestion(question)).text));
        expect(await question.$eval('a', ({ href }) => href)).toBe('https://civitai.com/user/vault');
        await untilButton(page, 'to say that it failed', ({ state }) => state === 'error');
      } else {
        await until('the end', async () => /was removed from your vault/.test((await readQuestion(question)).text));
      }
      await question.close();
      expect(toggles()).toBe(1);
      expect(rowsOf(stage, 'small', versionId)).toHaveLength(flavour === 'real' ? 1 : 0);
    }

    it('of a gated version is explained, with the place where it can be done', async () => {
      const [versionId] = permanentGate.versionIds;
      putInLongAgo(stage, versionId);
      const page = await openModel(stage.browser, permanentGate);
      const words = /is in early access.*can’t remove it: it’s still in your vault.*on your vault page/;
      await removeOrExplain(page, versionId, words);
    });

    it('of a version that was deleted for good is explained, with the place where it can be done', async () => {
      const { version, ...model } = ordinaryModel(stage, 1);
      putInLongAgo(stage, version.id);
      const page = await openModel(stage.browser, model);
      stage.sandbox.catalogue.deleteVersion(version.id);
      const words = /no longer has this version.*can’t remove it: it’s still in your vault.*on your vault page/;
      await removeOrExplain(page, version.id, words);
    });
  });
});
