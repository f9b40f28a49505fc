/**
 * `npm run pictures`: what the stores show of Vaulted, in `.output/store/`. Taken from the production build, signed in to the sandbox:
 * screens of 1280 × 800 and the small tile of 440 × 280.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import texts from '@/locales/en.json' with { type: 'json' };
import { clickCentre, settledCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { goodPage } from '@/tests/e2e/support/site/feed.ts';
import { BUTTON, clickVersion, inDialog, settledMarks } from '@/tests/e2e/support/site/model-page.ts';
import { untilFigures } from '@/tests/e2e/support/vault/popup-figures.ts';
import { expectedState } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { ACCOUNT, chooseBrowser, MODEL, type Stage, setStage } from '@/tests/walkthrough/stage.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, '.output', 'store');
const SCREEN = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };

async function keep(page: Page, name: string, size = SCREEN): Promise<void> {
  await page.bringToFront();
  await page.setViewport(size);
  // Covers fade in.
  await page.waitForNetworkIdle({ idleTime: 800 });
  const path = join(folder, `${name}-${size.width}x${size.height}.png`);
  await writeFile(path, await page.screenshot());
  console.log(path);
}

/** A page of our own around what was taken, because a popup is smaller than the pictures of the stores. */
async function compose({ browser }: Stage, body: string): Promise<Page> {
  const page = await browser.engine.puppeteer.newPage();
  const style =
    'body{margin:0;display:flex;align-items:center;justify-content:center;gap:56px;height:100vh;color:#fff;' +
    'font:20px/1.4 system-ui,sans-serif;background:linear-gradient(135deg,#123a66,#0b6b63)}h1{margin:0;font-size:1.9em}' +
    'p{margin:.35em 0 0;max-width:20em}img{display:block;border-radius:12px}';
  await page.setContent(`<!doctype html><style>${style}</style>${body}`);
  return page;
}

const words = `<div><h1>${texts['extension.short-name']}</h1><p>${texts['extension.description']}</p></div>`;

async function takePopup(stage: Stage): Promise<void> {
  const popup = await stage.browser.openPopup();
  await popup.setViewport({ width: 360, height: 100 });
  await untilFigures(popup, 'to be there', () => true);
  // As high as what it shows, as the browser makes it.
  let before = 0;
  const rest = async () => {
    const now = await popup.evaluate(() => document.documentElement.scrollHeight);
    const rests = now === before;
    before = now;
    return rests ? now : undefined;
  };
  const height = await until('the height to rest', rest, { everyMs: 600 });
  await popup.setViewport({ width: 360, height, deviceScaleFactor: 1.25 });
  const shot = Buffer.from(await popup.screenshot()).toString('base64');
  await stage.browser.closePopup(popup);
  const page = await compose(stage, `<img src="data:image/png;base64,${shot}" alt="">${words}`);
  await keep(page, '4-popup');
  await page.close();
}

async function takeTile(stage: Stage): Promise<void> {
  const icon = (await readFile(join(root, 'assets', 'vaulted.svg'))).toString('base64');
  const page = await compose(
    stage,
    `<style>body{gap:24px;font-size:17px}p{max-width:13em}</style><img width="112" src="data:image/svg+xml;base64,${icon}" alt="">${words}`,
  );
  await keep(page, 'tile', TILE);
  await page.close();
}

async function takeRemoval(stage: Stage): Promise<void> {
  const { page } = stage;
  const index = MODEL.versionIds.findIndex((id, at) => at > 0 && expectedState(stage, ACCOUNT, id) === 'in');
  await clickVersion(page, index);
  await clickCentre(page, BUTTON);
  await settledCentre(page, inDialog('remove'));
  await keep(page, '3-removal');
}

async function takeAll(stage: Stage): Promise<void> {
  await mkdir(folder, { recursive: true });
  const feed = await goodPage(stage.browser, 'https://civitai.com/models');
  await keep(feed, '1-feed');
  await feed.close();
  await stage.page.setViewport(SCREEN);
  await settledMarks(stage.page, MODEL.versionIds.length);
  await keep(stage.page, '2-model-page');
  await takeRemoval(stage);
  await takePopup(stage);
  const vault = await stage.browser.openVaultPage();
  await keep(vault, '5-vault-page');
  await takeTile(stage);
}

const stage = await setStage(chooseBrowser(undefined), true);
try {
  await takeAll(stage);
} finally {
  await stage.close();
}
