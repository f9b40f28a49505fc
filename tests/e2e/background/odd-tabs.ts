import type { Dialog, Page } from 'puppeteer-core';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { modelPath, openModel } from '@/tests/e2e/support/site/model-page.ts';
import type { Stage } from '@/tests/e2e/support/stage.ts';
import { until } from '@/tests/e2e/support/wait.ts';

type Model = { modelId: number; versionIds: readonly number[] };

/** Opens a model's page; with Vaulted there, once its marks stand. */
type Open = (browser: TestBrowser, model: Model) => Promise<Page>;

/** Without Vaulted. */
export const openBare: Open = (browser, { modelId }) => browser.newPage(modelPath(modelId));

/** A tab in which Vaulted is hard to start; `come`: its user comes to it, and what kept it is over. */
type OddTab = { model: Model; come(): Promise<Page> };

const addressOf = ({ modelId }: Model) => new URL(modelPath(modelId), 'https://civitai.com').href;

/** Brings the tab at this address to the front, from a page of the extension: it may have no page that the debugger knows. */
async function comeToTab({ browser }: Stage, model: Model): Promise<void> {
  const popup = await browser.openPopup();
  await popup.evaluate(`(async api => {
    const [tab] = await api.tabs.query({ url: ${JSON.stringify(`${addressOf(model)}*`)} });
    await api.tabs.update(tab.id, { active: true });
  })(globalThis.browser ?? chrome)`);
  await browser.closePopup(popup);
}

/** The browser has thrown its page out of memory. */
export async function openDiscarded(stage: Stage, open: Open = openModel): Promise<OddTab> {
  const model = landmarks.emoji;
  await open(stage.browser, model);
  await stage.browser.engine.discardTab(addressOf(model));
  const come = async () => {
    await comeToTab(stage, model);
    // It is another page to the debugger than the one before.
    return until('the page that was discarded', async () => {
      const pages = await stage.browser.engine.puppeteer.pages();
      return pages.find(page => !page.isClosed() && page.url().startsWith(addressOf(model)));
    });
  };
  return { model, come };
}

/** A dialog of the site's own stands open, and nothing runs in the page until it is closed. */
export async function openWithDialog({ browser }: Stage, open: Open = openModel): Promise<OddTab> {
  const model = landmarks.sameNames;
  const page = await open(browser, model);
  const asking = new Promise<Dialog>(resolve => page.once('dialog', resolve));
  await page.evaluate(() => void setTimeout(() => alert('Still there?'), 0));
  const dialog = await asking;
  const come = async () => {
    const shown = page.bringToFront();
    await dialog.accept();
    await shown;
    return page;
  };
  return { model, come };
}

/** Its document, and then its scripts, are on their way for seconds. */
export async function openLoading({ browser, sandbox }: Stage): Promise<OddTab> {
  const model = landmarks.cjk;
  const slow = sandbox.faults.add({ endpoint: 'site', kind: 'delay', ms: 1_500 });
  const page = await browser.newPage();
  const loaded = page.goto(addressOf(model), { waitUntil: 'load' });
  await until('the document to be asked for', () => slow.hits() > 0);
  const come = async () => {
    await loaded;
    slow.remove();
    await page.bringToFront();
    return page;
  };
  return { model, come };
}
