import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { BUTTON, buttonOf, clickVersion, inDialog, modelPath, openModel } from '@/tests/e2e/support/site/model-page.ts';
import { OFFICIAL_ADD, OFFICIAL_REMOVE, untilOfficial } from '@/tests/e2e/support/site/official.ts';
import { listMarks, ui } from '@/tests/e2e/support/site/reading.ts';
import { clickCard } from '@/tests/e2e/support/site/site.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilValue } from '@/tests/e2e/support/wait.ts';

const { emoji, cjk } = landmarks;

describe('a name is not an identity', () => {
  const stage = useStage({ member: 'small' });
  const toggles = () =>
    [...stage.sandbox.requests.of('vault/toggle-version'), ...stage.sandbox.requests.of('trpc/vault')]
      .filter(({ method }) => method === 'POST')
      .flatMap(({ versionIds }) => versionIds);
  const marks = async (page: Page, expected: readonly number[]) =>
    untilValue(
      `marks of ${expected.join()}`,
      async () => (await listMarks(page)).map(({ versionId }) => versionId).join(),
      ids => ids === expected.join(),
    );
  /** Comes to the model by a link of the feed: the page has no data of its own then. */
  const navigateTo = async (modelId: number): Promise<Page> => {
    const page = await stage.browser.newPage('/models');
    await clickCard(page, modelId);
    return page;
  };

  it('reassigned, with the old list in the cache, both ways of the official button', async () => {
    const [newer, older] = emoji.versionIds;
    const [first, second] = stage.sandbox.catalogue.findModel(emoji.modelId)?.versions ?? [];
    if (!first || !second) throw new Error('the model has two versions');
    Object.assign(first, { status: 'Unpublished', name: 'Early' });
    second.name = 'Final';
    const before = await navigateTo(emoji.modelId);
    await buttonOf(before, older);
    // The creator renames the one that was looked up, and publishes another under its name.
    Object.assign(first, { status: 'Published', name: 'Final' });
    second.name = 'Old';
    const page = await navigateTo(emoji.modelId);
    expect((await buttonOf(page, newer)).state).toBe('in');
    await marks(page, emoji.versionIds);
    await clickCentre(page, BUTTON);
    await until('the dialog to name the version', async () => {
      const dialog = (await ui(page)).find(({ kind }) => kind === 'dialog');
      return dialog?.text.includes('Final of');
    });
    await clickCentre(page, inDialog('keep'));
    await untilOfficial(page, OFFICIAL_REMOVE);
    await clickCentre(page, OFFICIAL_REMOVE);
    await untilOfficial(page, OFFICIAL_ADD);
    await clickVersion(page, 1);
    expect((await buttonOf(page, older)).state).toBe('out');
    await untilOfficial(page, OFFICIAL_ADD);
    await clickCentre(page, OFFICIAL_ADD);
    await untilOfficial(page, OFFICIAL_REMOVE);
    expect(toggles()).toEqual([newer, older]);
    expect([newer, older].map(versionId => rowsOf(stage, 'small', versionId).length)).toEqual([0, 1]);
  });

  it('translated: marks and button stay, by position and address', async () => {
    const [first, second] = cjk.versionIds;
    const page = await openModel(stage.browser, cjk, first);
    await page.evaluate(() => {
      document.documentElement.lang = 'de';
      document.documentElement.classList.add('translated-ltr');
      // As a browser does it: each text stands in an element of the translator's, and two names have become one.
      for (const label of document.querySelectorAll('h1, .mantine-ScrollArea-root .version-label')) {
        const text = [...label.childNodes].find(node => node.nodeType === Node.TEXT_NODE);
        const outer = document.createElement('font');
        outer.append(Object.assign(document.createElement('font'), { textContent: 'Fassung' }));
        text?.replaceWith(outer);
      }
    });
    await clickVersion(page, 1);
    expect((await buttonOf(page, second)).state).toBe('out');
    await marks(page, cjk.versionIds);
    await clickVersion(page, 0);
    expect((await buttonOf(page, first)).state).toBe('in');
    const plain = await stage.browser.newPage(modelPath(cjk.modelId));
    await buttonOf(plain, first);
    expect(toggles()).toEqual([]);
  });
});
