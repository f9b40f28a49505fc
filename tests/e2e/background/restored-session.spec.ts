import { describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { createProfile, type Profile } from '@/tests/e2e/support/browser/build.ts';
import { openBrowser, type TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { setUp } from '@/tests/e2e/support/set-up.ts';
import { modelPath, openModel, settledMarks } from '@/tests/e2e/support/site/model-page.ts';
import { ownMarks } from '@/tests/e2e/support/site/reading.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const { wai, cjk } = landmarks;

describe('a session that the browser restores', () => {
  let sandbox: Sandbox;
  let profile: Profile;
  let browser: TestBrowser | undefined;
  const open = async (isRestoring: boolean) => {
    browser = await openBrowser({ browser: 'chromium', sandbox, profile, isRestoring });
    return browser;
  };
  setUp(
    async () => {
      sandbox = await startSandbox();
      profile = await createProfile();
    },
    async () => {
      await browser?.close();
      await sandbox?.close();
      await profile?.remove();
    },
  );

  it('has one set of marks in each tab that the user comes to', async () => {
    const before = await open(false);
    await before.setLogin(sandbox.accounts.get('small'));
    await before.signIn(keys.small);
    await openModel(before, cjk);
    await openModel(before, wai);
    await before.close();
    sandbox.requests.clear();

    const after = await open(true);
    for (const { modelId, versionIds } of [wai, cjk]) {
      const page = await until(`the tab of ${modelId}`, async () => {
        const pages = await after.engine.puppeteer.pages();
        return pages.find(each => each.url().includes(modelPath(modelId)));
      });
      await page.bringToFront();
      await settledMarks(page, versionIds.length);
      expect(await ownMarks(page)).toHaveLength(versionIds.length + 1);
    }
    expect(sandbox.requests.of('vault/check-vault').length).toBeLessThan(3);
    expect(sandbox.requests.of('vault/toggle-version')).toEqual([]);
  }, 120_000);
});
