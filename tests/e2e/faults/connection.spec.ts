import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { textOf } from '@/tests/e2e/support/browser/sign-in.ts';
import {
  BUTTON,
  buttonOf,
  clickVersion,
  inDialog,
  openModel,
  settledMarks,
  untilButton,
} from '@/tests/e2e/support/site/model-page.ts';
import { type Mark, ui } from '@/tests/e2e/support/site/reading.ts';
import { everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { agreeOnOwnGround } from '@/tests/e2e/support/vault/own-ground.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { staysTrue, until, untilQuiet } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;

describe('a connection that is gone', () => {
  const stage = useStage({ member: 'small' });
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version').map(({ toggled }) => toggled);
  afterEach(() => stage.browser.setOffline(false));

  async function say(page: Page, index: number): Promise<string> {
    await clickVersion(page, index);
    return (await untilButton(page, 'to stand', ({ versionId }) => versionId === wai.versionIds[index])).name;
  }

  it('lets intents wait, says so, and carries them out once it is back', { timeout: 90_000 }, async () => {
    const page = await openModel(stage.browser, wai, wai.versionIds[1]);
    await stage.browser.setOffline(true);
    await clickCentre(page, BUTTON);
    await untilButton(page, 'to wait', ({ name }) => /Waiting to add.*can’t be reached.*try again/i.test(name));
    await clickVersion(page, 0);
    await buttonOf(page, wai.versionIds[0]);
    await clickCentre(page, BUTTON);
    // Whether it can be put back is not known now: no press in the page would be enough.
    await (await agreeOnOwnGround(stage.browser)).close();
    await page.bringToFront();
    // A page that opens tells all of the extension that there is a network: what it says of the cause may differ.
    await untilButton(page, 'to wait', ({ name }) => /Waiting to remove.*try again/i.test(name));
    expect(toggles()).toEqual([]);

    await stage.browser.setOffline(false);
    const isDone = ({ state }: Mark) => state === 'out';
    await untilButton(page, 'to say that it is out', isDone, { timeoutMs: 30_000 });
    await until('the addition, too', async () => (await settledMarks(page, 12))[1]?.state === 'pending', {
      timeoutMs: 30_000,
    });
    expect(toggles().sort()).toEqual(['add', 'remove']);
    expect(wai.versionIds.slice(0, 2).map(id => rowsOf(stage, 'small', id).length)).toEqual([0, 1]);
  });

  if (everyCase) {
    it('drops a removal that could not leave within a minute', { timeout: 150_000 }, async () => {
      const page = await openModel(stage.browser, wai, wai.versionIds[3]);
      await stage.browser.setOffline(true);
      await clickCentre(page, BUTTON);
      await (await agreeOnOwnGround(stage.browser)).close();
      await page.bringToFront();
      // The question's page has told all of the extension that there is a network.
      await stage.browser.setOffline(true);
      await untilButton(page, 'to be given up', ({ name }) => /couldn’t be sent in time.*Remove it again/.test(name), {
        timeoutMs: 75_000,
      });
      await stage.browser.setOffline(false);
      await staysTrue('nothing is sent', () => toggles().length === 0, 30_000);
      expect(await say(page, 3)).toMatch(/couldn’t be sent in time/);
      expect(rowsOf(stage, 'small', wai.versionIds[3])).toHaveLength(1);
    });
  }
});

describe('a key that is refused with 401', () => {
  const stage = useStage({ member: 'small' });
  const toggles = () =>
    stage.sandbox.requests.of('vault/toggle-version').map(({ status, toggled }) => [status, toggled]);

  it('once changes nothing for the user: the site is asked again, and the intent is carried out', async () => {
    const [, versionId] = wai.versionIds;
    const page = await openModel(stage.browser, wai, versionId);
    stage.sandbox.faults.add({ endpoint: 'vault/toggle-version', versionId, kind: 'status', status: 401, times: 1 });
    await clickCentre(page, BUTTON);
    await untilButton(page, 'to be added', ({ state }) => state === 'pending', { timeoutMs: 20_000 });
    expect(toggles()).toEqual([
      [401, undefined],
      [200, 'add'],
    ]);
    expect((await ui(page)).filter(({ kind }) => kind === 'connect')).toEqual([]);
    expect(rowsOf(stage, 'small', versionId)).toHaveLength(1);
  });

  it('again and again changes nothing, asks for a new key, and is over by itself once the key works', async () => {
    const [versionId] = wai.versionIds;
    const page = await openModel(stage.browser, wai, versionId);
    stage.sandbox.faults.add({ kind: 'status', status: 401, account: 'small' });
    await clickCentre(page, BUTTON);
    await clickCentre(page, inDialog('remove'));
    await until('the page to ask for a new key', async () =>
      (await ui(page)).some(
        ({ kind, text }) => kind === 'connect' && /no longer accepts the key.*vault hasn’t changed/i.test(text),
      ),
    );
    const popup = await stage.browser.openPopup();
    await until('the popup to ask for a new key', async () => /no longer accepts/.test(await textOf(popup)));
    await untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
    stage.sandbox.faults.clear();
    await page.bringToFront();
    expect((await buttonOf(page, versionId)).state).toBe('in');
    expect(toggles()).toEqual([]);
    expect(rowsOf(stage, 'small', versionId)).toHaveLength(1);
  });
});
