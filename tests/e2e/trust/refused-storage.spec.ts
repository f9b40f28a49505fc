import { rm } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { buildRefused } from '@/tests/e2e/support/browser/build.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { BUTTON, modelPath, openModel, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { ui } from '@/tests/e2e/support/site/reading.ts';
import { browserName, useStage } from '@/tests/e2e/support/stage.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;
const versionId = wai.versionIds[1];

async function refused(hasMemory: boolean): Promise<string> {
  const folder = await buildRefused(browserName, hasMemory);
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('a browser that lets nothing be stored beyond its end', async () => {
  const stage = useStage({ member: 'small', extensionDir: await refused(true) });

  it('says so, adds with one request, and the next worker knows the key and what was sent', async () => {
    const page = await openModel(stage.browser, wai, versionId);
    await untilButton(page, 'to offer the addition', ({ state }) => state === 'out');
    await clickCentre(page, BUTTON);
    await untilButton(page, 'to say that it is in the vault', ({ state }) => state === 'pending');
    await stage.browser.killWorker();
    const again = await openModel(stage.browser, wai, versionId);
    await untilButton(again, 'to say so after the worker', ({ state }) => state === 'pending');
    const popup = await stage.browser.openPopup();
    expect(await untilSays(popup, /only until it closes.*asks for your key again/s)).not.toContain('isn’t known');
    await stage.browser.screenshot(popup, 'storage-brief-popup');
    expect(stage.sandbox.requests.of('vault/toggle-version').map(({ toggled }) => toggled)).toEqual(['add']);
    expect(rowsOf(stage, 'small', versionId)).toHaveLength(1);
    const kept = await popup.evaluate('(globalThis.browser ?? chrome).storage.local.get(null).then(JSON.stringify)');
    expect(kept).not.toContain(keys.small);
  });
});

describe('a browser that lets nothing be stored at all', async () => {
  const stage = useStage({ siteAccount: 'small', extensionDir: await refused(false) });

  it('says so everywhere, takes no key, and nothing is sent with one', async () => {
    const popup = await stage.browser.openPopup();
    await untilSays(popup, /doesn’t let Vaulted store anything/);
    await stage.browser.screenshot(popup, 'storage-refused-popup');
    expect(await popup.$('form, .foot')).toBeNull();
    const page = await stage.browser.newPage(modelPath(wai.modelId, versionId));
    await until('the page to say so', async () =>
      (await ui(page)).some(({ kind, text }) => kind === 'connect' && /can’t start/.test(text)),
    );
    expect(stage.sandbox.requests.of('vault/toggle-version')).toEqual([]);
    expect(stage.sandbox.requests.all().filter(({ method }) => method === 'POST')).toEqual([]);
  });
});
