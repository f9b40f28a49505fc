import type { Page } from 'puppeteer-core';

/** Which versions a model's list really stands for, by the model's name, in the order of the buttons. */
type Truth = { [modelName: string]: readonly number[] };

/** Runs in the page, in every document: checks every frame and writes down what it finds wrong. */
function watchInPage(truth: Truth, listButtons: string): void {
  const wrongs = new Set<string>();
  Object.assign(window, { wrongsOfVaulted: wrongs });
  const checkFrame = () => {
    requestAnimationFrame(checkFrame);
    const name = document.querySelector('h1')?.textContent?.trim() ?? '';
    const ids = truth[name];
    const buttons = [...document.querySelectorAll<HTMLElement>(listButtons)];
    if (!ids || buttons.length !== ids.length) return;
    buttons.forEach((element, index) => {
      const named = element.querySelector<HTMLElement>('[data-vaulted]')?.dataset.vaultedVersion;
      if (named && Number(named) !== ids[index]) wrongs.add(`${name}: mark ${index} names ${named}, not ${ids[index]}`);
    });
    const active = buttons.findIndex(({ style }) => style.getPropertyValue('--button-bg').includes('blue-filled'));
    const button = document.querySelector<HTMLElement>('[data-vaulted-kind="button"]');
    const named = button?.dataset.vaultedVersion;
    if (named && Number(named) !== ids[active]) {
      wrongs.add(`${name}: the button names ${named} while ${ids[active]} is on screen`);
    }
  };
  requestAnimationFrame(checkFrame);
}

/** Watches every frame of this tab, over all navigations, for a mark or a button that names another version than its own. */
export async function watchTruth(page: Page, truth: Truth): Promise<void> {
  const selector = '.mantine-ScrollArea-root button.mantine-Button-root[data-size="compact-sm"]';
  await page.evaluateOnNewDocument(watchInPage, truth, selector);
}

/** What was wrong in any frame since the document was opened. */
export async function wrongs(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: unknown = Reflect.get(window, 'wrongsOfVaulted');
    return found instanceof Set ? [...found].map(String) : ['no frame was watched'];
  });
}
